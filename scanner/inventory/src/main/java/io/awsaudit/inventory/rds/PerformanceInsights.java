package io.awsaudit.inventory.rds;

/**
 * Which database instances Performance Insights can be turned on for.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html">Engine, Region, and
 *     instance class support</a>
 */
public final class PerformanceInsights {
    private PerformanceInsights() {}

    /** {@return whether it is there for an instance's engine and class; where AWS's pages leave that open it is not} */
    public static boolean isFor(DbInstance instance) {
        return instance.engine().matches("mysql|mariadb|postgres|oracle-.*|sqlserver-.*|aurora-(mysql|postgresql)")
                && !instance.instanceClass().matches("db\\.t\\w+\\.(micro|small)")
                && !(instance.engine().equals("aurora-mysql")
                        && instance.instanceClass().matches("db\\.t.*"));
    }
}
