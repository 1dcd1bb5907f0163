package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.Route;
import io.awsaudit.inventory.ec2.Route.State;
import io.awsaudit.inventory.ec2.Route.TargetKind;
import io.awsaudit.inventory.ec2.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the route tables that the account owns, and the prefix lists by which they lead to the internet. */
final class RouteTableCollector implements Collector<RouteTable> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeRouteTables");
    private static final Detail PREFIX_LISTS = Detail.of(
                    RouteTable.class, "prefixLists", "ec2:GetManagedPrefixListEntries")
            .per("prefix list that its rules name");

    @Override
    public Set<Class<? extends RouteTable>> yields() {
        return Set.of(RouteTable.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(PREFIX_LISTS);
    }

    @Override
    public Stream<RouteTable> collect(Reads reads) {
        PrefixLists lists = new PrefixLists(reads);
        return reads.each(
                RouteTable.class,
                reads.pages(
                                DESCRIBE,
                                () -> reads.client(Ec2.CLIENT)
                                        .describeRouteTablesPaginator()
                                        .routeTables())
                        .filter(table -> Network.owns(reads, table.ownerId())),
                table -> reads.arn("ec2", "route-table/" + table.routeTableId()),
                table -> read(table, lists, reads));
    }

    private static RouteTable read(
            software.amazon.awssdk.services.ec2.model.RouteTable table, PrefixLists lists, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(table.tags());
        Arn arn = reads.arn("ec2", "route-table/" + table.routeTableId());
        List<Route> routes =
                table.routes().stream().map(RouteTableCollector::route).toList();
        return new RouteTable(
                Identity.tagged(arn, reads.account(), reads.region(), Ec2Tags.nameOf(tags, table.routeTableId()), tags),
                Network.vpc(reads, table.vpcId()),
                table.associations().stream().anyMatch(association -> Boolean.TRUE.equals(association.main())),
                table.associations().stream()
                        .filter(association -> association.subnetId() != null) // the main one, and gateways', have none
                        .map(association -> Network.subnet(reads, association.subnetId()))
                        .sorted()
                        .toList(),
                routes,
                lists.observe(
                        PREFIX_LISTS,
                        arn,
                        routes.stream()
                                .filter(route -> route.kind().equals(TargetKind.INTERNET_GATEWAY)
                                        || route.kind().equals(TargetKind.NAT_GATEWAY))
                                .flatMap(route -> route.prefixListId().stream())));
    }

    private static Route route(software.amazon.awssdk.services.ec2.model.Route route) {
        String range =
                route.destinationCidrBlock() != null ? route.destinationCidrBlock() : route.destinationIpv6CidrBlock();
        Target target = target(route);
        return new Route(
                Optional.ofNullable(range).map(IpRange::new),
                Optional.ofNullable(route.destinationPrefixListId()),
                target.kind(),
                target.id(),
                // AWS always sends a state; emulators leave out that of a route that works.
                route.stateAsString() == null ? State.ACTIVE : new State(route.stateAsString()));
    }

    private record Target(TargetKind kind, String id) {}

    /** An instance's route names its network interface too, so the instance goes first. */
    private static Target target(software.amazon.awssdk.services.ec2.model.Route route) {
        return Stream.of(
                        gateway(route.gatewayId()),
                        named(TargetKind.NAT_GATEWAY, route.natGatewayId()),
                        named(TargetKind.TRANSIT_GATEWAY, route.transitGatewayId()),
                        named(TargetKind.VPC_PEERING_CONNECTION, route.vpcPeeringConnectionId()),
                        named(TargetKind.EGRESS_ONLY_INTERNET_GATEWAY, route.egressOnlyInternetGatewayId()),
                        named(TargetKind.INSTANCE, route.instanceId()),
                        named(TargetKind.NETWORK_INTERFACE, route.networkInterfaceId()),
                        named(TargetKind.LOCAL_GATEWAY, route.localGatewayId()),
                        named(TargetKind.CARRIER_GATEWAY, route.carrierGatewayId()),
                        named(TargetKind.CORE_NETWORK, route.coreNetworkArn()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new Target(TargetKind.OTHER, ""));
    }

    private static Optional<Target> named(TargetKind kind, @Nullable String id) {
        return Optional.ofNullable(id).filter(name -> !name.isBlank()).map(name -> new Target(kind, name));
    }

    /** GatewayId holds ids of several kinds, told apart by their prefix. */
    private static Optional<Target> gateway(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        TargetKind kind = id.equals("local")
                ? TargetKind.LOCAL
                : id.startsWith("igw-")
                        ? TargetKind.INTERNET_GATEWAY
                        : id.startsWith("vgw-")
                                ? TargetKind.VPN_GATEWAY
                                : id.startsWith("vpce-") ? TargetKind.VPC_ENDPOINT : TargetKind.OTHER;
        return Optional.of(new Target(kind, id));
    }
}
