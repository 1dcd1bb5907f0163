package io.awsaudit.inventory.cloudtrail;

import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.s3.Grant;
import io.awsaudit.inventory.s3.PublicAccessBlock;
import java.util.List;
import java.util.function.Predicate;

/**
 * What, taken together, opens the bucket that a trail delivers to to strangers: a policy that lets everybody in and is not
 * restricted, or a grant to everybody in a list that is not ignored.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking public
 *     access</a>
 */
public final class LogBucket {
    /** Holds of policies that allow something to everybody. */
    public static final Predicate<Policy> POLICY_FOR_EVERYONE = Policy::allowsEveryone;
    /** Holds of grants that give something to everybody. */
    public static final Predicate<List<Grant>> GRANTS_TO_EVERYONE =
            grants -> grants.stream().anyMatch(Grant::isToEveryone);
    /** Holds of a bucket or account where a policy for everybody has effect. */
    public static final Predicate<PublicAccessBlock> HEEDS_POLICIES = block -> !block.restrictPublicBuckets();
    /** Holds of a bucket or account where grants to everybody have effect. */
    public static final Predicate<PublicAccessBlock> HEEDS_GRANTS = block -> !block.ignorePublicAcls();
    /** The object ownership under which grants have no effect. */
    public static final String NO_GRANTS = "BucketOwnerEnforced";

    private LogBucket() {}
}
