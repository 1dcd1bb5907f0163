package io.awsaudit.benchmarks;

import java.nio.file.Path;

/** The checkout that is measured. */
final class Checkout {
    private Checkout() {}

    /** {@return its root, as the command that starts benchmarks tells it} */
    static Path root() {
        String root = System.getProperty("awsaudit.checkout");
        if (root == null) {
            throw new IllegalStateException("Start it with localstack/benchmark");
        }
        return Path.of(root);
    }

    /** {@return the cases of the built-in checks} */
    static Path cases() {
        return root().resolve("rules/src/test/resources");
    }
}
