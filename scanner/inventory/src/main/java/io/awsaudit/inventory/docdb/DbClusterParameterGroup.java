package io.awsaudit.inventory.docdb;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A parameter group that somebody made for clusters of DocumentDB, listed by {@code rds:DescribeDBClusterParameterGroups}. Those
 * that AWS makes, which cannot be changed, are left out.
 *
 * @param family the engine and version that it is for, such as {@code docdb5.0}
 * @param parameters by name, whether somebody has set them or not
 * @see <a href="https://docs.aws.amazon.com/documentdb/latest/developerguide/cluster_parameter_groups-list_of_parameters.html">Parameters</a>
 */
@CloudFormationType("AWS::DocDB::DBClusterParameterGroup")
public record DbClusterParameterGroup(Identity identity, String family, Observed<Map<String, String>> parameters)
        implements Resource {
    private static final Set<String> NO_AUDIT = Set.of("disabled", "none");

    /**
     * {@return whether its parameters were read, and let clients connect by other means than those named; where nobody has set
     * any, TLS is on in whatever version}
     */
    public boolean allowsOtherThan(List<String> tls) {
        return parameters.knownNotTo(
                set -> tls.contains(set.getOrDefault("tls", "enabled").toLowerCase(Locale.ROOT)));
    }

    /** {@return whether its parameters were read, and have no event written into the audit log, as it is by default} */
    public boolean leavesAuditOff() {
        return parameters.knownTo(set ->
                NO_AUDIT.contains(set.getOrDefault("audit_logs", "disabled").toLowerCase(Locale.ROOT)));
    }
}
