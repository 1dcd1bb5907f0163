package io.awsaudit.inventory.cloudwatchlogs;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A log group, read whole by {@code logs:DescribeLogGroups}.
 *
 * @param retentionDays empty where events never expire
 * @param kmsKey a key of the customer's own that encrypts it; empty where CloudWatch Logs' own does
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html">LogGroup</a>
 */
@CloudFormationType("AWS::Logs::LogGroup")
public record LogGroup(
        Identity identity,
        OptionalInt retentionDays,
        Optional<Arn> kmsKey,
        LogGroupClass logGroupClass,
        long storedBytes)
        implements Resource {
    private static final Pattern FUNCTION = Pattern.compile("/aws/lambda/([A-Za-z0-9_-]+)");

    /** What can be done with a group's events, and for how much. */
    public record LogGroupClass(String value) implements OpenValue {
        /** AWS keeps its events for one day, and lets nobody change that. */
        public static final LogGroupClass DELIVERY = new LogGroupClass("DELIVERY");

        public static final LogGroupClass INFREQUENT_ACCESS = new LogGroupClass("INFREQUENT_ACCESS");
        public static final LogGroupClass STANDARD = new LogGroupClass("STANDARD");
    }

    @Override
    public Stream<Edge> edges() {
        return kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key));
    }

    /** {@return whether events are deleted sooner than after some days} */
    public boolean keepsLessThan(long days) {
        return retentionDays.isPresent() && retentionDays.getAsInt() < days;
    }

    /** {@return the name of the Lambda function whose logs it is named for; empty for those at the edge, which run elsewhere} */
    public Optional<String> function() {
        return Optional.of(FUNCTION.matcher(name())).filter(Matcher::matches).map(matcher -> matcher.group(1));
    }
}
