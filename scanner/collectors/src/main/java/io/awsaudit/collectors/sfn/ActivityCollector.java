package io.awsaudit.collectors.sfn;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.sfn.Activity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Reads activities, for their tags. */
final class ActivityCollector implements Collector<Activity> {
    private static final Operation LIST = Operation.of("states:ListActivities").pages(Sfn.PAGE);
    private static final Detail TAGS = Detail.of(Activity.class, "tags", Sfn.LIST_TAGS);

    @Override
    public Set<Class<? extends Activity>> yields() {
        return Set.of(Activity.class);
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
    public Stream<Activity> collect(Reads reads) {
        SfnClient sfn = reads.client(Sfn.SFN);
        return reads.each(
                Activity.class,
                reads.pages(
                        LIST,
                        () -> sfn.listActivitiesPaginator(request -> request.maxResults(Sfn.PAGE))
                                .activities()),
                activity -> new Arn(activity.activityArn()),
                activity -> new Activity(new Identity(
                        new Arn(activity.activityArn()),
                        reads.account(),
                        reads.region(),
                        activity.name(),
                        reads.observe(
                                TAGS,
                                new Arn(activity.activityArn()),
                                () -> Sfn.tags(new Arn(activity.activityArn()), sfn)))));
    }
}
