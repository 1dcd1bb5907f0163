package io.awsaudit.inventory.redshift;

import io.awsaudit.inventory.Arn;
import java.util.List;

/**
 * That a cluster takes its parameters from a group.
 *
 * @param applyStatus {@code in-sync} when all that the group says is in force, {@code pending-reboot}, {@code applying}, …
 * @param parametersNotInForce names of those that are not; may be empty although there are some
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_ClusterParameterGroupStatus.html">ClusterParameterGroupStatus</a>
 */
public record ClusterParameterGroupStatus(Arn group, String applyStatus, List<String> parametersNotInForce) {
    public ClusterParameterGroupStatus {
        parametersNotInForce = List.copyOf(parametersNotInForce);
    }

    /** {@return whether what the group says of a parameter is not, or may not be, in force} */
    public boolean awaits(String parameter) {
        return parametersNotInForce.isEmpty()
                ? !applyStatus.equals("in-sync")
                : parametersNotInForce.contains(parameter);
    }
}
