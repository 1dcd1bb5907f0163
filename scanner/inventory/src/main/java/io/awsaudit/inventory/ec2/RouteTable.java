package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route table, read whole by {@code ec2:DescribeRouteTables} but for the prefix lists that its routes name.
 *
 * @param main whether it serves those subnets of its VPC that name no other
 * @param subnets those that name it
 * @param prefixLists the ranges of each prefix list that a route through an internet or NAT gateway names, by the list's
 *     id; empty where none does
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html">RouteTable</a>
 */
@CloudFormationType("AWS::EC2::RouteTable")
public record RouteTable(
        Identity identity,
        Arn vpc,
        boolean main,
        List<Arn> subnets,
        List<Route> routes,
        Observed<Map<String, List<IpRange>>> prefixLists)
        implements Resource {
    public RouteTable {
        subnets = List.copyOf(subnets);
        routes = List.copyOf(routes);
    }

    /** {@return whether a subnet names it} */
    public boolean isNamedBy(Arn subnet) {
        return subnets.contains(subnet);
    }

    /** {@return the routes, as people read them, whose target is gone} */
    public List<String> deadRoutes() {
        return routes.stream()
                .filter(route -> !route.isActive())
                .map(Route::words)
                .toList();
    }

    /** {@return whether some route leads through a peering connection} */
    public boolean usesPeering() {
        return routes.stream().anyMatch(route -> route.kind().equals(Route.TargetKind.VPC_PEERING_CONNECTION));
    }

    /** {@return the peering connections that routes lead through} */
    public List<Arn> peerings() {
        return routes.stream()
                .filter(route -> route.kind().equals(Route.TargetKind.VPC_PEERING_CONNECTION))
                .map(route -> arnOf("vpc-peering-connection/" + route.target()))
                .distinct()
                .toList();
    }

    /** {@return the active routes, as people read them, that reach the whole of the VPC at the other end of a peering} */
    public List<String> wholeRoutesThrough(VpcPeeringConnection peering) {
        List<IpRange> beyond = peering.rangesBeyond(vpc);
        return routes.stream()
                .filter(route -> route.isActive()
                        && route.kind().equals(Route.TargetKind.VPC_PEERING_CONNECTION)
                        && peering.arn().lastSegment().equals(route.target())
                        && route.range().stream()
                                .anyMatch(range -> beyond.stream().anyMatch(range::covers)))
                .map(Route::words)
                .toList();
    }

    /** {@return the active route that takes all IPv4 traffic, unless a narrower one does, to an internet gateway} */
    public Optional<Route> ipv4InternetRoute() {
        return everything(Route.TargetKind.INTERNET_GATEWAY, false);
    }

    /** {@return the active route that takes all IPv6 traffic, unless a narrower one does, to an internet gateway} */
    public Optional<Route> ipv6InternetRoute() {
        return everything(Route.TargetKind.INTERNET_GATEWAY, true);
    }

    /** {@return whether some active route takes all IPv4 or IPv6 traffic to an internet gateway} */
    public boolean leadsToInternet() {
        return ipv4InternetRoute().isPresent() || ipv6InternetRoute().isPresent();
    }

    /** {@return the NAT gateway that an active route takes all IPv4 traffic to} */
    public Optional<Arn> natGateway() {
        return everything(Route.TargetKind.NAT_GATEWAY, false).map(route -> arnOf("natgateway/" + route.target()));
    }

    private Optional<Route> everything(Route.TargetKind kind, boolean ipv6) {
        List<Route> candidates = routes.stream()
                .filter(route -> route.kind().equals(kind) && route.isActive())
                .toList();
        // Two halves are everything too; the first of several routes stands for them.
        return IpRange.areEverything(candidates.stream().flatMap(this::ranges).filter(range -> range.isIpv6() == ipv6))
                ? candidates.stream()
                        .filter(route -> ranges(route).anyMatch(range -> range.isIpv6() == ipv6))
                        .findFirst()
                : Optional.empty();
    }

    private Stream<IpRange> ranges(Route route) {
        Stream<IpRange> listed = route.prefixListId().stream()
                .flatMap(id -> prefixLists.asOptional().map(lists -> lists.getOrDefault(id, List.of())).stream())
                .flatMap(List::stream);
        return Stream.concat(route.range().stream(), listed);
    }

    private Arn arnOf(String resource) {
        return new Arn("arn:" + arn().partition() + ":ec2:" + arn().region() + ":" + arn().account() + ":" + resource);
    }

    @Override
    public Stream<Edge> edges() {
        Stream<Arn> targets = routes.stream().flatMap(route -> {
            if (route.kind().equals(Route.TargetKind.INTERNET_GATEWAY)) {
                return Stream.of(arnOf("internet-gateway/" + route.target()));
            } else if (route.kind().equals(Route.TargetKind.NAT_GATEWAY)) {
                return Stream.of(arnOf("natgateway/" + route.target()));
            } else if (route.kind().equals(Route.TargetKind.VPC_PEERING_CONNECTION)) {
                return Stream.of(arnOf("vpc-peering-connection/" + route.target()));
            } else if (route.kind().equals(Route.TargetKind.VPC_ENDPOINT)) {
                return Stream.of(arnOf("vpc-endpoint/" + route.target()));
            }
            return Stream.empty();
        });
        return Stream.of(
                        Stream.of(new Edge(arn(), Relation.IN, vpc)),
                        subnets.stream().map(subnet -> new Edge(arn(), Relation.ATTACHED_TO, subnet)),
                        targets.distinct().map(target -> new Edge(arn(), Relation.ROUTES_TO, target)))
                .flatMap(edges -> edges);
    }

    /** {@return whether some route, alive or not, leads through what has this id} */
    public boolean leadsThrough(String id) {
        return routes.stream().anyMatch(route -> route.target().equals(id));
    }
}
