package io.awsaudit.collectors.cloudwatchlogs;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.SharedServices;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.cloudwatchlogs.LogGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Reads log groups. */
final class LogGroupCollector implements Collector<LogGroup> {
    private static final Operation DESCRIBE_LOG_GROUPS =
            Operation.of("logs:DescribeLogGroups").pages(50);
    private static final Detail TAGS = Detail.of(LogGroup.class, "tags", "logs:ListTagsForResource");

    @Override
    public Set<Class<? extends LogGroup>> yields() {
        return Set.of(LogGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_LOG_GROUPS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<LogGroup> collect(Reads reads) {
        return reads.each(LogGroup.class, listed(reads), group -> arnOf(group, reads), group -> read(group, reads));
    }

    /** Lists the log groups of a region. */
    static Stream<software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup> listed(Reads reads) {
        return reads.sharedPages(
                DESCRIBE_LOG_GROUPS,
                () -> reads.client(SharedServices.LOGS)
                        .describeLogGroupsPaginator(request -> request.limit(50))
                        .logGroups());
    }

    private static Arn arnOf(software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup group, Reads reads) {
        return reads.arn("logs", "log-group:" + group.logGroupName());
    }

    private static LogGroup read(software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup group, Reads reads) {
        Arn arn = arnOf(group, reads);
        Observed<Map<String, String>> tags = reads.observe(
                TAGS,
                arn,
                () -> reads.client(SharedServices.LOGS)
                        .listTagsForResource(request -> request.resourceArn(arn.value()))
                        .tags());
        return new LogGroup(
                new Identity(arn, reads.account(), reads.region(), group.logGroupName(), tags),
                // Not sent: events never expire.
                group.retentionInDays() == null ? OptionalInt.empty() : OptionalInt.of(group.retentionInDays()),
                Optional.ofNullable(group.kmsKeyId())
                        .filter(key -> !key.isEmpty())
                        .map(Arn::new),
                // Not sent by what is older than the classes: those groups are standard ones.
                group.logGroupClassAsString() == null
                        ? LogGroup.LogGroupClass.STANDARD
                        : new LogGroup.LogGroupClass(group.logGroupClassAsString()),
                group.storedBytes() == null ? 0 : group.storedBytes());
    }
}
