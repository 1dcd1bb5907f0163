package io.awsaudit.inventory.directconnect;

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
 * A way over a line into AWS, read whole by {@code directconnect:DescribeVirtualInterfaces}; deleted and rejected ones are
 * none. The keys by which its ends know each other are not kept.
 *
 * <p>CloudFormation has a type for each kind of virtual interface; this one stands for all.
 *
 * @param kind {@code private}, {@code public} or {@code transit}
 * @param connection the line, or the bundle of lines
 * @param peers one for each end that routes are told to
 * @see <a href="https://docs.aws.amazon.com/directconnect/latest/APIReference/API_VirtualInterface.html">VirtualInterface</a>
 */
@CloudFormationType("AWS::DirectConnect::VirtualInterface")
public record VirtualInterface(Identity identity, String kind, State state, Optional<Arn> connection, List<Peer> peers)
        implements Resource {
    private static final String DOWN = "down";

    /** Where a virtual interface is in its life. */
    public record State(String value) implements OpenValue {
        public static final State AVAILABLE = new State("available");
        public static final State DOWN = new State("down");
    }

    /**
     * An end that routes are told to.
     *
     * @param addressFamily {@code ipv4} or {@code ipv6}
     * @param status {@code up} or {@code down}; empty where AWS does not know
     */
    public record Peer(String addressFamily, Optional<String> status) {}

    public VirtualInterface {
        peers = List.copyOf(peers);
    }

    /** {@return whether it was there once, and works or does not} */
    public boolean isBuilt() {
        return state.equals(State.AVAILABLE) || state.equals(State.DOWN);
    }

    /** {@return whether it, or one of its peers, does not work} */
    public boolean isDown() {
        return state.equals(State.DOWN)
                || isBuilt()
                        && peers.stream()
                                .anyMatch(peer ->
                                        peer.status().filter(DOWN::equals).isPresent());
    }

    /** {@return whether AWS does not say that all its peers are up, nor that one is not} */
    public boolean isUndecided() {
        return !isDown()
                && (peers.isEmpty()
                        || peers.stream().anyMatch(peer -> peer.status().isEmpty()));
    }

    /** {@return its state and that of its peers, as evidence} */
    public String words() {
        return state.value() + ", peers: "
                + peers.stream()
                        .map(peer -> peer.addressFamily() + " " + peer.status().orElse("unknown"))
                        .toList();
    }

    @Override
    public Stream<Edge> edges() {
        return connection.stream().map(line -> new Edge(arn(), Relation.IN, line));
    }
}
