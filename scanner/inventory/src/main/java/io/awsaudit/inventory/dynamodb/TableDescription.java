package io.awsaudit.inventory.dynamodb;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.OpenValue;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a table is, read whole by {@code dynamodb:DescribeTable}.
 *
 * @param status such as {@code ACTIVE} or {@code ARCHIVED}
 * @param encryption {@link Encryption#AWS_OWNED} where AWS reports none, for a table is always encrypted
 * @param kmsKey empty when the key is one that AWS owns, outside of the account
 */
public record TableDescription(
        String status,
        BillingMode billingMode,
        boolean deletionProtection,
        Encryption encryption,
        Optional<Arn> kmsKey) {
    /** Holds of tables that one call can delete. */
    public static final Predicate<TableDescription> UNPROTECTED = description -> !description.deletionProtection();

    /** Holds of tables whose capacity for reads and writes is set, by somebody or by Application Auto Scaling. */
    public static final Predicate<TableDescription> FIXED_CAPACITY =
            description -> description.billingMode().equals(BillingMode.PROVISIONED);

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
