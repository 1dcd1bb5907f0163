package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A site-to-site VPN connection, read by {@code ec2:DescribeVpnConnections}; one that is being deleted is none any more. Of
 * its configuration, which holds the keys of its tunnels, nothing else is kept.
 *
 * @param tunnels those that AWS tells of, two for each connection
 * @param gateway the virtual private or transit gateway at its end in AWS; empty where that is a core network, or none yet
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnConnection.html">VpnConnection</a>
 */
@CloudFormationType("AWS::EC2::VPNConnection")
public record VpnConnection(Identity identity, State state, List<Tunnel> tunnels, Optional<Arn> gateway)
        implements Resource {
    /** How many tunnels a connection needs to survive the loss of one. */
    private static final int ENOUGH = 2;

    /** Where a connection is in its life. */
    public record State(String value) implements OpenValue {
        public static final State PENDING = new State("pending");
        public static final State AVAILABLE = new State("available");
        public static final State DELETING = new State("deleting");
        public static final State DELETED = new State("deleted");
    }

    /**
     * One way of two.
     *
     * @param outsideIpAddress of its end in AWS; empty where none is told
     * @param up whether traffic passes, when AWS last looked
     * @param ikeVersions those that it takes, such as {@code ikev2}; empty where nobody chose, and it takes all
     * @param logsActivity whether CloudWatch gets a log of its negotiations
     */
    public record Tunnel(String outsideIpAddress, boolean up, List<String> ikeVersions, boolean logsActivity) {
        public Tunnel {
            ikeVersions = List.copyOf(ikeVersions);
        }

        /** {@return whether it takes the second version of IKE and no other} */
        public boolean takesOnlyIkeV2() {
            return !ikeVersions.isEmpty() && ikeVersions.stream().allMatch("ikev2"::equals);
        }
    }

    public VpnConnection {
        tunnels = List.copyOf(tunnels);
    }

    /** {@return whether it has lost a tunnel, or never had two} */
    public boolean lacksTunnel() {
        return tunnels.stream().filter(Tunnel::up).count() < ENOUGH;
    }

    /** {@return how its tunnels are, as evidence} */
    public List<String> tunnelStates() {
        return tunnels.stream()
                .map(tunnel -> tunnel.outsideIpAddress() + (tunnel.up() ? " up" : " down"))
                .toList();
    }

    /** {@return whether some tunnel is not logged; where AWS tells of no tunnel's options nobody has set any} */
    public boolean lacksLog() {
        return tunnels.isEmpty() || tunnels.stream().anyMatch(tunnel -> !tunnel.logsActivity());
    }

    /** {@return the tunnels without a log, as evidence} */
    public List<String> tunnelsWithoutLog() {
        return tunnels.stream()
                .filter(tunnel -> !tunnel.logsActivity())
                .map(Tunnel::outsideIpAddress)
                .toList();
    }

    /** {@return whether some tunnel takes more than the second version of IKE, as all do unless told otherwise} */
    public boolean takesOldIke() {
        return tunnels.isEmpty() || tunnels.stream().anyMatch(tunnel -> !tunnel.takesOnlyIkeV2());
    }

    /** {@return the versions of IKE that each tunnel takes, as evidence} */
    public List<String> ikeVersionsOfTunnels() {
        return tunnels.stream()
                .map(tunnel -> tunnel.outsideIpAddress() + " "
                        + (tunnel.ikeVersions().isEmpty() ? "any" : String.join(", ", tunnel.ikeVersions())))
                .toList();
    }

    @Override
    public Stream<Edge> edges() {
        return gateway.stream().map(end -> new Edge(arn(), Relation.ATTACHED_TO, end));
    }
}
