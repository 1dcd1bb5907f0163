package io.awsaudit.inventory.rds;

import io.awsaudit.inventory.Arn;

/**
 * That an instance takes its parameters from a group.
 *
 * @param applyStatus {@code in-sync} when what the group says is in force, {@code pending-reboot}, {@code applying}, …
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBParameterGroupStatus.html">DBParameterGroupStatus</a>
 */
public record DbParameterGroupStatus(Arn group, String applyStatus) {
    /** {@return whether the group is one of those that AWS makes, whose names have a dot, and which nobody can change} */
    public boolean isDefault() {
        return isDefault(group);
    }

    /** {@return whether what the group says is in force} */
    public boolean isInSync() {
        return applyStatus.equals("in-sync");
    }

    /** {@return whether a parameter group, of whatever service that answers through RDS's API, is one of those that AWS makes} */
    public static boolean isDefault(Arn group) {
        return group.lastSegment().startsWith("default.");
    }
}
