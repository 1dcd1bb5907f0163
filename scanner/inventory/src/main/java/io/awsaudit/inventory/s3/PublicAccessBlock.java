package io.awsaudit.inventory.s3;

/**
 * The four switches of S3 Block Public Access, of a bucket or of an account; all off where never set.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html">PublicAccessBlockConfiguration</a>
 */
public record PublicAccessBlock(
        boolean blockPublicAcls, boolean ignorePublicAcls, boolean blockPublicPolicy, boolean restrictPublicBuckets) {
    /** What holds where nothing was ever set. */
    public static final PublicAccessBlock OFF = new PublicAccessBlock(false, false, false, false);

    /** {@return whether all four switches are on} */
    public boolean isComplete() {
        return blockPublicAcls && ignorePublicAcls && blockPublicPolicy && restrictPublicBuckets;
    }
}
