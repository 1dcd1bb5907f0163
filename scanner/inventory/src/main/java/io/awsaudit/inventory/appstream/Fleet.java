package io.awsaudit.inventory.appstream;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Instances that stream applications, read by {@code appstream:DescribeFleets} but for its tags.
 *
 * @param subnets empty where the instances reach the network outside the account's VPCs
 * @param internetAccess whether each instance gets a public address
 * @param maxSessionSeconds how long a session may last
 * @param disconnectSeconds how long a session goes on without its user
 * @param idleDisconnectSeconds after how long without a keystroke its user is disconnected; 0 where never
 * @param platform such as {@code WINDOWS_SERVER_2022}; empty where AWS does not say
 * @param errors codes of what is wrong with it, such as {@code IAM_SERVICE_ROLE_IS_MISSING}
 * @see <a href="https://docs.aws.amazon.com/appstream2/latest/APIReference/API_Fleet.html">Fleet</a>
 */
@CloudFormationType("AWS::AppStream::Fleet")
public record Fleet(
        Identity identity,
        Optional<FleetType> fleetType,
        List<Arn> subnets,
        List<Arn> securityGroups,
        boolean internetAccess,
        int maxSessionSeconds,
        int disconnectSeconds,
        int idleDisconnectSeconds,
        Optional<String> platform,
        Optional<Arn> role,
        List<String> errors)
        implements Resource {
    /** When the instances of a fleet run. */
    public record FleetType(String value) implements OpenValue {
        public static final FleetType ALWAYS_ON = new FleetType("ALWAYS_ON");
        public static final FleetType ELASTIC = new FleetType("ELASTIC");
        public static final FleetType ON_DEMAND = new FleetType("ON_DEMAND");
    }

    public Fleet {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
        errors = List.copyOf(errors);
    }

    /** {@return whether its instances stand in a VPC of the account's} */
    public boolean isInVpc() {
        return !subnets.isEmpty();
    }

    /** {@return whether a session that nobody uses goes on for longer than that} */
    public boolean keepsIdleSessions(long seconds) {
        return idleDisconnectSeconds <= 0 || idleDisconnectSeconds > seconds;
    }

    /** {@return its subnets, each once} */
    public List<Arn> distinctSubnets() {
        return subnets.stream().distinct().toList();
    }

    /**
     * {@return whether all its subnets were seen, and lie in fewer availability zones than that}
     *
     * @param seen how many of its subnets were seen
     * @param zones those that the subnets that were seen lie in
     */
    public boolean spansFewerZones(long seen, Collection<?> zones, long than) {
        return seen == distinctSubnets().size() && zones.size() < than;
    }

    /** {@return whether its platform is one of those named} */
    public boolean runsAnyOf(List<String> platforms) {
        return platform.filter(platforms::contains).isPresent();
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        role.stream().map(identity -> new Edge(arn(), Relation.RUNS_AS, identity)))
                .flatMap(edges -> edges);
    }
}
