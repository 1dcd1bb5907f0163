package io.awsaudit.inventory.redshift;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A parameter group for clusters, listed by {@code redshift:DescribeClusterParameterGroups}, those that AWS makes included.
 *
 * @param parameters all of them, by name
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_ClusterParameterGroup.html">ClusterParameterGroup</a>
 */
@CloudFormationType("AWS::Redshift::ClusterParameterGroup")
public record ClusterParameterGroup(Identity identity, String family, Observed<Map<String, String>> parameters)
        implements Resource {
    private static final Set<String> ON = Set.of("true", "on", "1");

    @Override
    public boolean isServiceOwned() {
        return name().startsWith("default.");
    }

    /** {@return whether its parameters were read, and this one is not on} */
    public boolean leavesOff(String parameter) {
        return parameters.knownNotTo(
                all -> ON.contains(all.getOrDefault(parameter, "").toLowerCase(Locale.ROOT)));
    }
}
