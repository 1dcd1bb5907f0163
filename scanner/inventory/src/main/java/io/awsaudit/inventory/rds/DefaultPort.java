package io.awsaudit.inventory.rds;

/**
 * The port that RDS gives a database if nobody names one.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">CreateDBInstance, Port</a>
 */
final class DefaultPort {
    private DefaultPort() {}

    /** {@return the port, -1 for an engine that is not known} */
    static int of(String engine) {
        return switch (engine) {
            case "aurora", "aurora-mysql", "mariadb", "mysql" -> 3306;
            case "aurora-postgresql", "postgres" -> 5432;
            default -> {
                if (engine.startsWith("db2-")) {
                    yield 50000;
                }
                if (engine.contains("oracle-")) {
                    yield 1521;
                }
                yield engine.contains("sqlserver-") ? 1433 : -1;
            }
        };
    }
}
