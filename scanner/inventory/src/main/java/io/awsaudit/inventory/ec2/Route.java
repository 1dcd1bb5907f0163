package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.OpenValue;
import java.util.Optional;

/**
 * A route of a route table.
 *
 * @param range where it leads to; empty when that is a prefix list
 * @param target the id of what it leads through, {@code local} for the VPC itself
 * @param state {@code blackhole} where the target is gone, and traffic is dropped
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html">Route</a>
 */
public record Route(
        Optional<IpRange> range, Optional<String> prefixListId, TargetKind kind, String target, State state) {
    /** What a route leads through: our words, since AWS names each target by a field of its own. */
    public record TargetKind(String value) implements OpenValue {
        public static final TargetKind CARRIER_GATEWAY = new TargetKind("carrier gateway");
        public static final TargetKind CORE_NETWORK = new TargetKind("core network");
        public static final TargetKind EGRESS_ONLY_INTERNET_GATEWAY = new TargetKind("egress-only internet gateway");
        public static final TargetKind INSTANCE = new TargetKind("instance");
        public static final TargetKind INTERNET_GATEWAY = new TargetKind("internet gateway");
        public static final TargetKind LOCAL = new TargetKind("local");
        public static final TargetKind LOCAL_GATEWAY = new TargetKind("local gateway");
        public static final TargetKind NAT_GATEWAY = new TargetKind("NAT gateway");
        public static final TargetKind NETWORK_INTERFACE = new TargetKind("network interface");
        public static final TargetKind TRANSIT_GATEWAY = new TargetKind("transit gateway");
        public static final TargetKind VPC_ENDPOINT = new TargetKind("VPC endpoint");
        public static final TargetKind VPC_PEERING_CONNECTION = new TargetKind("VPC peering connection");
        public static final TargetKind VPN_GATEWAY = new TargetKind("VPN gateway");
        /** A target that this program has no word for yet. */
        public static final TargetKind OTHER = new TargetKind("other");
    }

    /** Whether a route works. */
    public record State(String value) implements OpenValue {
        public static final State ACTIVE = new State("active");
        public static final State BLACKHOLE = new State("blackhole");
    }

    /** {@return whether traffic takes it; one that leads nowhere drops it} */
    public boolean isActive() {
        return !state.equals(State.BLACKHOLE);
    }

    /** {@return whether it leads, or would lead, through an internet gateway} */
    public boolean isThroughInternetGateway() {
        return kind.equals(TargetKind.INTERNET_GATEWAY);
    }

    /** {@return the route as people read it, such as {@code 0.0.0.0/0 to igw-1}} */
    public String words() {
        String destination = range.map(IpRange::value).or(() -> prefixListId).orElse("nothing");
        return destination + " to " + target + (isActive() ? "" : " (" + state.value() + ")");
    }
}
