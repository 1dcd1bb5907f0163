package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.ec2.PortRange;
import org.jspecify.annotations.Nullable;

/** What the answers about networks have in common. */
final class Network {
    private Network() {}

    /**
     * {@return whether something is the account's own}
     *
     * <p>Networks that another account shares are listed too; they are that account's to judge. Some emulators name no
     * owner.
     */
    static boolean owns(Reads reads, @Nullable String ownerId) {
        return ownerId == null || ownerId.equals(reads.account());
    }

    /** Returns the ARN of a VPC. The answers name no owner, so one that is shared with the account looks like its own. */
    static Arn vpc(Reads reads, String id) {
        return reads.arn("ec2", "vpc/" + id);
    }

    /** Returns the ARN of a subnet; else like {@link #vpc}. */
    static Arn subnet(Reads reads, String id) {
        return reads.arn("ec2", "subnet/" + id);
    }

    /** Returns ports as rules name them, all where they name none. */
    static PortRange ports(@Nullable Integer from, @Nullable Integer to) {
        return from == null || to == null ? PortRange.ALL : new PortRange(from, to);
    }

    /** {@return whether a range is a VPC's or subnet's, and not on its way in or out} */
    static boolean associated(@Nullable String state) {
        return state == null || state.equals("associated");
    }
}
