package io.awsaudit.inventory.rds;

import io.awsaudit.inventory.lifecycle.Lifecycle;
import java.time.Instant;
import java.util.Optional;

/** Versions of database engines, as RDS writes them: {@code 16.4}, {@code 8.0.mysql_aurora.3.05.2}. */
final class EngineVersion {
    private static final String AURORA_MYSQL = "mysql_aurora.";

    private EngineVersion() {}

    /** {@return whether a version is that one, given by its leading numbers, or a later one; false when it has no numbers} */
    static boolean isAtLeast(String version, int... wanted) {
        String[] parts = version.split("[.-]");
        for (int i = 0; i < wanted.length; i++) {
            int number = i < parts.length && parts[i].matches("\\d{1,9}") ? Integer.parseInt(parts[i]) : -1;
            if (number != wanted[i]) {
                return number > wanted[i];
            }
        }
        return true;
    }

    /** {@return whether AWS publishes until when it supports the versions of an engine} */
    static boolean hasLifecycle(String engine) {
        return product(engine).isPresent();
    }

    /** {@return whether standard support of an engine's major version had ended} */
    static boolean isMajorOver(String engine, String version, Instant asOf) {
        return product(engine)
                .filter(product -> Lifecycle.isOver(product, version, asOf))
                .isPresent();
    }

    /** {@return whether standard support had ended: of the major version, or of an Aurora MySQL version's minor one} */
    static boolean isOver(String engine, String version, Instant asOf) {
        return isMajorOver(engine, version, asOf)
                || auroraMySql(version)
                        .filter(minor -> isAtLeast(minor, 3) && !isAtLeast(minor, 4))
                        .filter(minor -> Lifecycle.isOver("aurora-mysql/3", minor, asOf))
                        .isPresent();
    }

    /** {@return Aurora MySQL's own version, {@code 3.05.2} of {@code 8.0.mysql_aurora.3.05.2}} */
    private static Optional<String> auroraMySql(String version) {
        int at = version.indexOf(AURORA_MYSQL);
        return at < 0 ? Optional.empty() : Optional.of(version.substring(at + AURORA_MYSQL.length()));
    }

    private static Optional<String> product(String engine) {
        return switch (engine) {
            case "aurora", "aurora-mysql" -> Optional.of("aurora-mysql");
            case "aurora-postgresql" -> Optional.of(engine);
            case "mariadb", "mysql", "postgres" -> Optional.of("rds/" + engine);
            default -> Optional.empty();
        };
    }
}
