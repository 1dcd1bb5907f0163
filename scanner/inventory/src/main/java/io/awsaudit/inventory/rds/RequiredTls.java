package io.awsaudit.inventory.rds;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether a database refuses connections without TLS, which is a parameter of its engine.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html">PostgreSQL, on
 *     from version 15</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html">MySQL</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html">MariaDB, on
 *     from version 11.8</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html">SQL
 *     Server</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html">Aurora
 *     PostgreSQL, on from version 17</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Compare-v3-v84.html">Aurora MySQL, on
 *     from version 8.4</a>
 */
final class RequiredTls {
    private static final Set<String> ON = Set.of("1", "on", "true");

    private RequiredTls() {}

    /** {@return whether there is such a parameter for an engine of a version} */
    static boolean isSetting(String engine, String version) {
        return switch (engine) {
            case "aurora", "aurora-mysql", "aurora-postgresql", "mysql", "postgres" -> true;
            case "mariadb" -> EngineVersion.isAtLeast(version, 10, 5);
            default -> engine.startsWith("sqlserver-");
        };
    }

    /** {@return whether an engine of a version refuses plain connections as long as nobody says otherwise} */
    static boolean byDefault(String engine, String version) {
        return switch (engine) {
            case "aurora-mysql" -> EngineVersion.isAtLeast(version, 8, 4);
            case "aurora-postgresql" -> EngineVersion.isAtLeast(version, 17);
            case "mariadb" -> EngineVersion.isAtLeast(version, 11, 8);
            case "postgres" -> EngineVersion.isAtLeast(version, 15);
            default -> false;
        };
    }

    /**
     * {@return whether an engine of a version refuses plain connections}
     *
     * @param parameters those that somebody has set, by name
     */
    static boolean with(Map<String, String> parameters, String engine, String version) {
        String value = parameters.get(parameter(engine));
        return value == null ? byDefault(engine, version) : ON.contains(value.toLowerCase(Locale.ROOT));
    }

    private static String parameter(String engine) {
        return engine.endsWith("postgresql") || engine.equals("postgres") || engine.startsWith("sqlserver-")
                ? "rds.force_ssl"
                : "require_secure_transport";
    }
}
