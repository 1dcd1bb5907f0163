package io.awsaudit.inventory.s3;

import io.awsaudit.inventory.OpenValue;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a bucket encrypts new objects by default, read by {@code s3:GetBucketEncryption}.
 *
 * @param algorithm since January 2023 never absent on AWS
 * @param kmsKey as the bucket names it: an ARN, an id or an alias; empty for the AWS managed key
 */
public record Encryption(Algorithm algorithm, Optional<String> kmsKey, boolean bucketKeyEnabled) {
    /** The server-side encryption algorithm; {@link #NONE} is our word for no answer. */
    public record Algorithm(String value) implements OpenValue {
        public static final Algorithm AES256 = new Algorithm("AES256");
        public static final Algorithm KMS = new Algorithm("aws:kms");
        public static final Algorithm KMS_DSSE = new Algorithm("aws:kms:dsse");
        public static final Algorithm NONE = new Algorithm("none");
    }

    /** Holds where a KMS key, rather than one of S3's own, encrypts. */
    public static final Predicate<Encryption> USES_KMS = Encryption::usesKms;

    /** Holds where new objects are not encrypted unless they ask for it. */
    public static final Predicate<Encryption> ABSENT =
            encryption -> encryption.algorithm().equals(Algorithm.NONE);

    /** Holds where a bucket key can spare requests to KMS; with two layers of encryption there is none. */
    public static final Predicate<Encryption> TAKES_BUCKET_KEY =
            encryption -> encryption.algorithm().equals(Algorithm.KMS);

    /** Holds where each object that is written or read takes a request to KMS. */
    public static final Predicate<Encryption> WITHOUT_BUCKET_KEY =
            TAKES_BUCKET_KEY.and(encryption -> !encryption.bucketKeyEnabled());

    /** {@return whether a KMS key, rather than one of S3's own, encrypts} */
    public boolean usesKms() {
        return algorithm.value().startsWith("aws:kms");
    }
}
