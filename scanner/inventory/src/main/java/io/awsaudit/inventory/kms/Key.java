package io.awsaudit.inventory.kms;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;

/**
 * A KMS key in the account, the customer's or one that AWS manages there. {@code kms:ListKeys} gives its id alone.
 *
 * @param aliases with their prefix {@code alias/}, sorted
 * @param rotation whether its material is replaced automatically; AWS defines it as off for a key that cannot be rotated
 * @param policy its key policy; not read for keys that AWS manages
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html">KeyMetadata</a>
 */
@CloudFormationType("AWS::KMS::Key")
public record Key(
        Identity identity,
        List<String> aliases,
        Observed<KeyMetadata> metadata,
        Observed<Boolean> rotation,
        Observed<Policy> policy)
        implements Governed {
    public Key {
        aliases = List.copyOf(aliases);
    }

    /** {@return whether AWS manages the key, on behalf of a service; false when this was not read} */
    public boolean isAwsManaged() {
        return metadata.knownTo(known -> !known.isCustomerManaged());
    }

    @Override
    public boolean isServiceOwned() {
        return isAwsManaged();
    }

    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }

    /** {@return whether automatic rotation can be on: why not, or nothing; nothing too when this was not read} */
    public String unrotatable() {
        return metadata.asOptional().map(KeyMetadata::unrotatable).orElse("");
    }
}
