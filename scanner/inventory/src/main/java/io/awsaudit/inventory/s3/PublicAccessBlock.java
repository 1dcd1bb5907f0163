package io.awsaudit.inventory.s3;

import java.util.function.Predicate;

/**
 * The four switches of S3 Block Public Access, of a bucket or of an account; all off where never set.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html">PublicAccessBlockConfiguration</a>
 */
public record PublicAccessBlock(
        boolean blockPublicAcls, boolean ignorePublicAcls, boolean blockPublicPolicy, boolean restrictPublicBuckets) {
    /** What holds where nothing was ever set. */
    public static final PublicAccessBlock OFF = new PublicAccessBlock(false, false, false, false);

    /** Holds where access control lists that let everybody in have no effect. */
    public static final Predicate<PublicAccessBlock> IGNORES_ACLS = PublicAccessBlock::ignorePublicAcls;

    /** Holds where a policy that lets everybody in serves the owner's account and AWS services alone. */
    public static final Predicate<PublicAccessBlock> RESTRICTS_POLICIES = PublicAccessBlock::restrictPublicBuckets;

    /** Holds where all four switches are on. */
    public static final Predicate<PublicAccessBlock> COMPLETE = PublicAccessBlock::isComplete;

    /** {@return whether all four switches are on} */
    public boolean isComplete() {
        return blockPublicAcls && ignorePublicAcls && blockPublicPolicy && restrictPublicBuckets;
    }
}
