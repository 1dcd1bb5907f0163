package io.awsaudit.inventory.kms;

import io.awsaudit.inventory.OpenValue;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a KMS key is, read whole by {@code kms:DescribeKey}.
 *
 * @param spec such as {@code SYMMETRIC_DEFAULT} or {@code RSA_4096}
 * @param usage such as {@code ENCRYPT_DECRYPT} or {@code SIGN_VERIFY}
 * @param origin where its material comes from
 * @param deletionDate when it is going to be deleted, while that is planned
 */
public record KeyMetadata(
        Manager manager,
        State state,
        String spec,
        String usage,
        Origin origin,
        boolean multiRegion,
        Optional<Instant> createdAt,
        Optional<Instant> deletionDate) {
    /** Holds of keys that the account's owner manages. */
    public static final Predicate<KeyMetadata> CUSTOMER_MANAGED = KeyMetadata::isCustomerManaged;

    /** Holds of keys whose rotation their owner can switch on. */
    public static final Predicate<KeyMetadata> ROTATABLE =
            metadata -> metadata.unrotatable().isEmpty();

    /** Holds of keys that are going to be deleted. */
    public static final Predicate<KeyMetadata> PENDING_DELETION = KeyMetadata::isPendingDeletion;

    private static final String SYMMETRIC = "SYMMETRIC_DEFAULT";

    /** Who manages a key. */
    public record Manager(String value) implements OpenValue {
        public static final Manager AWS = new Manager("AWS");
        public static final Manager CUSTOMER = new Manager("CUSTOMER");
    }

    /** What a key can be used for at present. */
    public record State(String value) implements OpenValue {
        public static final State ENABLED = new State("Enabled");
        public static final State DISABLED = new State("Disabled");
        public static final State PENDING_DELETION = new State("PendingDeletion");
        public static final State PENDING_REPLICA_DELETION = new State("PendingReplicaDeletion");
    }

    /** Where a key's material comes from. */
    public record Origin(String value) implements OpenValue {
        public static final Origin AWS_KMS = new Origin("AWS_KMS");
        public static final Origin EXTERNAL = new Origin("EXTERNAL");
    }

    /** {@return whether the account's owner manages the key} */
    public boolean isCustomerManaged() {
        return manager.equals(Manager.CUSTOMER);
    }

    /** {@return whether the key is going to be deleted} */
    public boolean isPendingDeletion() {
        return state.equals(State.PENDING_DELETION) || state.equals(State.PENDING_REPLICA_DELETION);
    }

    /** {@return whether KMS can replace the material of such a key by itself, whatever its state} */
    public boolean canRotate() {
        return spec.equals(SYMMETRIC) && origin.equals(Origin.AWS_KMS);
    }

    /** {@return why nobody can switch on the rotation of the key, empty when its owner can} */
    public String unrotatable() {
        if (!isCustomerManaged()) {
            return "AWS manages the key, and rotates it every year";
        }
        if (!spec.equals(SYMMETRIC)) {
            return "KMS rotates symmetric encryption keys only, and this one is " + spec;
        }
        if (!origin.equals(Origin.AWS_KMS)) {
            return "KMS cannot replace key material that it did not make, and this comes from " + origin.value();
        }
        return state.equals(State.ENABLED) ? "" : "The key is not enabled but " + state.value();
    }
}
