package io.awsaudit.inventory.s3;

import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.function.Predicate;

/**
 * A rule of a bucket by which S3 copies new objects to another one.
 *
 * @param destination the bucket that they are copied to, of this account or another one
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationRule.html">ReplicationRule</a>
 */
public record ReplicationRule(String id, boolean enabled, Arn destination) {
    /** Holds of replication configurations in which some rule is in force. */
    public static final Predicate<List<ReplicationRule>> IN_FORCE =
            rules -> rules.stream().anyMatch(ReplicationRule::enabled);
}
