package io.awsaudit.collectors;

import java.util.List;

/**
 * An operation of an AWS API that collectors call.
 *
 * @param id the service's prefix and the operation, such as {@code ec2:DescribeVolumes}
 * @param actions the IAM actions that it needs; mostly the id itself, and empty where none is needed
 */
public record Operation(String id, List<String> actions) {
    public Operation {
        actions = List.copyOf(actions);
        if (id.indexOf(':') < 1) {
            throw new IllegalArgumentException("No prefix in " + id);
        }
    }

    /** Returns an operation whose IAM action has its own name. */
    public static Operation of(String id) {
        return new Operation(id, List.of(id));
    }

    /** Returns this operation with the IAM actions that AWS's service authorization reference gives for it. */
    public Operation needing(String... actions) {
        return new Operation(id, List.of(actions));
    }

    /** {@return the prefix of the {@link AwsService} that has the operation} */
    public String service() {
        return id.substring(0, id.indexOf(':'));
    }

    /** {@return the operation's name in its API} */
    public String name() {
        return id.substring(id.indexOf(':') + 1);
    }
}
