package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;

/**
 * What EBS does in a region of the account unless told otherwise; always one a region.
 *
 * <p>CloudFormation has no type for it, nor AWS an ARN: {@code arn:aws:ec2:eu-west-1:123456789012:ebs-defaults}.
 *
 * @param encryptionByDefault whether new volumes and copies of snapshots are encrypted
 * @param defaultKmsKey the key for that, as EC2 names it: an ARN, or {@code alias/aws/ebs}
 * @param snapshotBlockPublicAccess whether snapshots can be public; {@link SnapshotBlockPublicAccess#UNBLOCKED} where
 *     the region does not know the feature, so that nothing can have been blocked
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetEbsEncryptionByDefault.html">GetEbsEncryptionByDefault</a>
 */
@CloudFormationType("AWS::EC2::EbsDefaults")
public record EbsDefaults(
        Identity identity,
        Observed<Boolean> encryptionByDefault,
        Observed<String> defaultKmsKey,
        Observed<SnapshotBlockPublicAccess> snapshotBlockPublicAccess)
        implements Resource {
    /** What of public sharing is blocked. */
    public record SnapshotBlockPublicAccess(String value) implements OpenValue {
        /** No snapshot is public, whatever its own permissions say. */
        public static final SnapshotBlockPublicAccess BLOCK_ALL_SHARING =
                new SnapshotBlockPublicAccess("block-all-sharing");
        /** No snapshot becomes public; those that are stay so. */
        public static final SnapshotBlockPublicAccess BLOCK_NEW_SHARING =
                new SnapshotBlockPublicAccess("block-new-sharing");

        public static final SnapshotBlockPublicAccess UNBLOCKED = new SnapshotBlockPublicAccess("unblocked");
    }
}
