package io.awsaudit.inventory.xray;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;

/**
 * How X-Ray encrypts traces in a region; there is one where the account has a group or a sampling rule of its own, for else nobody
 * can tell whether it uses X-Ray.
 *
 * <p>CloudFormation has no type for it, nor AWS an ARN: {@code arn:aws:xray:eu-west-1:123456789012:encryption-config}.
 *
 * @param encryptionType whose key it is
 * @see <a href="https://docs.aws.amazon.com/xray/latest/api/API_EncryptionConfig.html">EncryptionConfig</a>
 */
@CloudFormationType("AWS::XRay::EncryptionConfig")
public record EncryptionConfig(Identity identity, Observed<Type> encryptionType) implements Resource {
    /** Whose key encrypts traces. */
    public record Type(String value) implements OpenValue {
        /** One of KMS, in the account. */
        public static final Type KMS = new Type("KMS");
        /** One that AWS has for all its customers. */
        public static final Type NONE = new Type("NONE");
    }
}
