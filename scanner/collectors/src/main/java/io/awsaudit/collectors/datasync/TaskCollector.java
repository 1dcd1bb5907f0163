package io.awsaudit.collectors.datasync;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.datasync.Task;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.datasync.model.DescribeTaskResponse;
import software.amazon.awssdk.services.datasync.model.Options;
import software.amazon.awssdk.services.datasync.model.ScheduleStatus;
import software.amazon.awssdk.services.datasync.model.TaskListEntry;
import software.amazon.awssdk.services.datasync.model.TaskMode;
import software.amazon.awssdk.services.datasync.model.TaskScheduleDetails;

/** Reads the tasks of DataSync in a region. */
final class TaskCollector implements Collector<Task> {
    private static final Operation LIST = Operation.of("datasync:ListTasks").pages(DataSync.PAGE);
    private static final Detail TAGS = DataSync.tags(Task.class);
    private static final Detail SETTINGS = Detail.of(Task.class, "settings", "datasync:DescribeTask");

    @Override
    public Set<Class<? extends Task>> yields() {
        return Set.of(Task.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<Task> collect(Reads reads) {
        Stream<TaskListEntry> listed = reads.pages(
                LIST,
                () -> reads.client(DataSync.CLIENT)
                        .listTasksPaginator(request -> request.maxResults(DataSync.PAGE))
                        .tasks());
        return reads.each(Task.class, listed, task -> new Arn(task.taskArn()), task -> read(task, reads));
    }

    private static Task read(TaskListEntry task, Reads reads) {
        Arn arn = new Arn(task.taskArn());
        return new Task(
                DataSync.identity(arn, task.name(), TAGS, reads),
                DataSync.orEmpty(task.statusAsString()),
                DataSync.orEmpty(task.taskModeAsString()),
                reads.observe(SETTINGS, arn, () -> settingsOf(arn, reads)));
    }

    private static Task.Settings settingsOf(Arn arn, Reads reads) {
        DescribeTaskResponse task = reads.client(DataSync.CLIENT).describeTask(request -> request.taskArn(arn.value()));
        Optional<Options> options = Optional.ofNullable(task.options());
        return new Task.Settings(
                new Arn(Answers.sent(task.sourceLocationArn(), "SourceLocationArn")),
                new Arn(Answers.sent(task.destinationLocationArn(), "DestinationLocationArn")),
                // Some emulators write the word for none.
                Optional.ofNullable(task.cloudWatchLogGroupArn())
                        .filter(group -> group.startsWith("arn:"))
                        .map(Arn::new),
                options.map(Options::logLevelAsString).orElse("OFF"),
                task.taskMode() == TaskMode.ENHANCED,
                options.map(Options::verifyModeAsString).orElse(""),
                Optional.ofNullable(task.schedule())
                        .filter(schedule -> schedule.status() == ScheduleStatus.DISABLED)
                        .map(schedule -> task.scheduleDetails())
                        .map(TaskScheduleDetails::disabledByAsString)
                        .orElse(""));
    }
}
