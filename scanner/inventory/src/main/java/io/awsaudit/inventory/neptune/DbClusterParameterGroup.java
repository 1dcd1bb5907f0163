package io.awsaudit.inventory.neptune;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Map;

/**
 * A parameter group that somebody made for clusters of Neptune, listed by {@code rds:DescribeDBClusterParameterGroups}. Those
 * that AWS makes, which cannot be changed, are left out.
 *
 * @param family the engine and version that it is for, such as {@code neptune1.4}
 * @param parameters by name, whether somebody has set them or not
 * @see <a href="https://docs.aws.amazon.com/neptune/latest/userguide/parameters.html">Parameters</a>
 */
@CloudFormationType("AWS::Neptune::DBClusterParameterGroup")
public record DbClusterParameterGroup(Identity identity, String family, Observed<Map<String, String>> parameters)
        implements Resource {
    /** {@return whether its parameters were read, and have no query written into the audit log, as it is by default} */
    public boolean leavesAuditOff() {
        return parameters.knownTo(
                set -> set.getOrDefault("neptune_enable_audit_log", "0").equals("0"));
    }
}
