package io.awsaudit.inventory.glue;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The data catalog of an account in a region that has at least one database in it: before that there is nothing to protect.
 *
 * <p>CloudFormation has a type for its encryption settings alone. It cannot carry tags.
 *
 * @param encryption how it is encrypted
 * @param policy {@link Policy#NONE} where it has none
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_DataCatalogEncryptionSettings.html">DataCatalogEncryptionSettings</a>
 */
@CloudFormationType("AWS::Glue::DataCatalog")
public record DataCatalog(Identity identity, Observed<EncryptionSettings> encryption, Observed<Policy> policy)
        implements Governed {
    /** Holds of catalogs whose metadata is not encrypted with a key of KMS. */
    public static final Predicate<EncryptionSettings> CLEAR_METADATA = settings -> !settings.metadataEncrypted();

    /** Holds of catalogs that return passwords of connections in the clear. */
    public static final Predicate<EncryptionSettings> CLEAR_PASSWORDS =
            settings -> !settings.connectionPasswordsEncrypted();

    /**
     * How a data catalog is encrypted.
     *
     * @param metadataEncrypted whether databases, tables and connections are encrypted at rest with a key of KMS
     * @param metadataKey the key that does, as id or ARN
     * @param connectionPasswordsEncrypted whether passwords of connections are encrypted with a key of KMS, and returned so
     */
    public record EncryptionSettings(
            boolean metadataEncrypted, Optional<String> metadataKey, boolean connectionPasswordsEncrypted) {}

    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }
}
