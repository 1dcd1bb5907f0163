package io.awsaudit.inventory.dynamodb;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.OpenValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a table is, read whole by {@code dynamodb:DescribeTable}.
 *
 * @param status such as {@code ACTIVE} or {@code ARCHIVED}
 * @param encryption {@link Encryption#AWS_OWNED} where AWS reports none, for a table is always encrypted
 * @param kmsKey empty when the key is one that AWS owns, outside of the account
 * @param readCapacityUnits provisioned, for the table and its indexes together; 0 on demand
 * @param writeCapacityUnits likewise
 */
public record TableDescription(
        String status,
        BillingMode billingMode,
        boolean deletionProtection,
        Encryption encryption,
        Optional<Arn> kmsKey,
        long readCapacityUnits,
        long writeCapacityUnits) {
    /** Holds of tables that one call can delete. */
    public static final Predicate<TableDescription> UNPROTECTED = description -> !description.deletionProtection();

    /** Holds of tables whose capacity for reads and writes is set, by somebody or by Application Auto Scaling. */
    public static final Predicate<TableDescription> FIXED_CAPACITY =
            description -> description.billingMode().equals(BillingMode.PROVISIONED);

    /** Holds of tables that a key of KMS encrypts, whether AWS manages it or the account. */
    public static final Predicate<TableDescription> USES_KMS =
            description -> description.encryption().equals(Encryption.KMS);

    private static final Set<String> OUT_OF_USE =
            Set.of("ARCHIVED", "ARCHIVING", "INACCESSIBLE_ENCRYPTION_CREDENTIALS");

    /** Holds of tables that DynamoDB cannot decrypt any more, and has put away or is about to. */
    public static final Predicate<TableDescription> UNUSABLE = description -> OUT_OF_USE.contains(description.status());

    /** How reads and writes are paid for. */
    public record BillingMode(String value) implements OpenValue {
        public static final BillingMode PROVISIONED = new BillingMode("PROVISIONED");
        public static final BillingMode PAY_PER_REQUEST = new BillingMode("PAY_PER_REQUEST");
    }

    /** Whose key encrypts; {@link #AWS_OWNED} is our word for no answer. */
    public record Encryption(String value) implements OpenValue {
        public static final Encryption KMS = new Encryption("KMS");
        public static final Encryption AWS_OWNED = new Encryption("AWS owned");
    }
}
