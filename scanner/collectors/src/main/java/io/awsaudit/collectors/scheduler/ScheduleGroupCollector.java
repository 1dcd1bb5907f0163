package io.awsaudit.collectors.scheduler;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.scheduler.ScheduleGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupState;
import software.amazon.awssdk.services.scheduler.model.Tag;

/** Reads groups of schedules, for their tags. */
final class ScheduleGroupCollector implements Collector<ScheduleGroup> {
    private static final Operation LIST =
            Operation.of("scheduler:ListScheduleGroups").pages(Scheduler.PAGE);
    private static final Detail TAGS = Detail.of(ScheduleGroup.class, "tags", "scheduler:ListTagsForResource");

    @Override
    public Set<Class<? extends ScheduleGroup>> yields() {
        return Set.of(ScheduleGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<ScheduleGroup> collect(Reads reads) {
        SchedulerClient scheduler = reads.client(Scheduler.SCHEDULER);
        return reads.each(
                ScheduleGroup.class,
                reads.pages(
                                LIST,
                                () -> scheduler
                                        .listScheduleGroupsPaginator(request -> request.maxResults(Scheduler.PAGE))
                                        .scheduleGroups())
                        .filter(group -> group.state() != ScheduleGroupState.DELETING),
                group -> new Arn(group.arn()),
                group -> new ScheduleGroup(new Identity(
                        new Arn(group.arn()),
                        reads.account(),
                        reads.region(),
                        group.name(),
                        reads.observe(TAGS, new Arn(group.arn()), () -> tagsOf(group.arn(), scheduler)))));
    }

    private static Map<String, String> tagsOf(String arn, SchedulerClient scheduler) {
        return scheduler.listTagsForResource(request -> request.resourceArn(arn)).tags().stream()
                .collect(
                        Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one));
    }
}
