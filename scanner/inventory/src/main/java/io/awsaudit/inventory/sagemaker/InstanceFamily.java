package io.awsaudit.inventory.sagemaker;

/** What types of instances have in common. */
final class InstanceFamily {
    private InstanceFamily() {}

    /** {@return the family of a type: {@code g4dn} of {@code ml.g4dn.xlarge}} */
    static String of(String instanceType) {
        String[] parts = instanceType.split("\\.");
        return parts.length > 1 ? parts[1] : instanceType;
    }
}
