package io.awsaudit.inventory.rds;

import io.awsaudit.inventory.ec2.InstanceType;
import java.util.Optional;

/**
 * Which database instances could run on processors of AWS's own.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html">Supported DB
 *     engines for DB instance classes</a>
 */
public final class Graviton {
    /** Versions that came before the processors did. */
    private static final String TOO_OLD = "mysql 5\\..*|mariadb 10\\.[0-5](\\..*)?|postgres (9|1[0-2])\\b.*"
            + "|aurora-mysql 5\\..*|aurora-postgresql (9|1[0-2])\\b.*";

    private Graviton() {}

    /** {@return the class of the same size that could take the place of an instance's; empty where none can, or it is one} */
    public static Optional<String> of(DbInstance instance) {
        String engine = instance.engine();
        boolean offered = engine.matches("mysql|mariadb|postgres")
                || engine.matches("aurora-(mysql|postgresql)")
                        && instance.instanceClass().matches("db\\.(r.+|t[23]\\.(medium|large))");
        return offered && !(engine + " " + instance.engineVersion()).matches(TOO_OLD)
                ? InstanceType.gravitonOf(instance.instanceClass(), "db.", "")
                : Optional.empty();
    }

    /** {@return whether an instance runs on one} */
    public static boolean isUsedBy(DbInstance instance) {
        return instance.family().matches("[a-z]+\\d+g.*");
    }
}
