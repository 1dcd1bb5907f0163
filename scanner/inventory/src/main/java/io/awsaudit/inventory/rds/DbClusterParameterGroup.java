package io.awsaudit.inventory.rds;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A parameter group that somebody made for clusters, listed by {@code rds:DescribeDBClusterParameterGroups}. Those that AWS
 * makes, which cannot be changed, are left out.
 *
 * @param family the engine and version that it is for, such as {@code aurora-mysql8.0}
 * @param parameters those that somebody has set, by name; all others have the engine's default
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterParameterGroup.html">DBClusterParameterGroup</a>
 */
@CloudFormationType("AWS::RDS::DBClusterParameterGroup")
public record DbClusterParameterGroup(Identity identity, String family, Observed<Map<String, String>> parameters)
        implements Resource {
    private static final Set<String> ON = Set.of("1", "on", "true");

    /**
     * {@return whether its parameters were read, and leave Aurora MySQL's audit off, or on with no events, as it is by default}
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html">Advanced auditing</a>
     */
    public boolean leavesAuditOff() {
        return parameters.knownNotTo(
                set -> ON.contains(set.getOrDefault("server_audit_logging", "0").toLowerCase(Locale.ROOT))
                        && !set.getOrDefault("server_audit_events", "").isBlank());
    }
}
