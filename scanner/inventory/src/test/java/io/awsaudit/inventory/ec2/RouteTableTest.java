package io.awsaudit.inventory.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    @Test
    void theWorldThroughAnInternetGatewayLeadsToTheInternet() {
        assertThat(table(route("0.0.0.0/0", Route.TargetKind.INTERNET_GATEWAY, "igw-1", "active"))
                        .ipv4InternetRoute())
                .isPresent();
        assertThat(table(route("::/0", Route.TargetKind.INTERNET_GATEWAY, "igw-1", "active"))
                        .ipv6InternetRoute())
                .isPresent();
        assertThat(table(route("::/0", Route.TargetKind.INTERNET_GATEWAY, "igw-1", "active"))
                        .ipv4InternetRoute())
                .isEmpty();
        assertThat(table(
                                route("0.0.0.0/1", Route.TargetKind.INTERNET_GATEWAY, "igw-1", "active"),
                                route("128.0.0.0/1", Route.TargetKind.INTERNET_GATEWAY, "igw-1", "active"))
                        .leadsToInternet())
                .isTrue();
    }

    @Test
    void aDeadRouteAndOtherTargetsDoNot() {
        assertThat(table(route("0.0.0.0/0", Route.TargetKind.INTERNET_GATEWAY, "igw-1", "blackhole"))
                        .leadsToInternet())
                .isFalse();
        assertThat(table(route("0.0.0.0/0", Route.TargetKind.NAT_GATEWAY, "nat-1", "active"))
                        .leadsToInternet())
                .isFalse();
        assertThat(table(route("::/0", Route.TargetKind.EGRESS_ONLY_INTERNET_GATEWAY, "eigw-1", "active"))
                        .leadsToInternet())
                .isFalse();
        assertThat(table(route("203.0.113.0/24", Route.TargetKind.INTERNET_GATEWAY, "igw-1", "active"))
                        .leadsToInternet())
                .isFalse();
    }

    @Test
    void aPrefixListLeadsWhereItsRangesDo() {
        var listed = new Route(
                Optional.empty(), Optional.of("pl-1"), Route.TargetKind.INTERNET_GATEWAY, "igw-1", Route.State.ACTIVE);
        assertThat(table(Map.of("pl-1", List.of(new IpRange("0.0.0.0/0"))), listed)
                        .ipv4InternetRoute())
                .contains(listed);
        assertThat(table(Map.of("pl-1", List.of(new IpRange("198.51.100.0/24"))), listed)
                        .leadsToInternet())
                .isFalse();
    }

    @Test
    void theNatGatewayIsTheOneOfTheDefaultRoute() {
        assertThat(table(route("0.0.0.0/0", Route.TargetKind.NAT_GATEWAY, "nat-1", "active"))
                        .natGateway())
                .contains(new Arn("arn:aws:ec2:us-east-1:111122223333:natgateway/nat-1"));
        assertThat(table(route("0.0.0.0/0", Route.TargetKind.NAT_GATEWAY, "nat-1", "blackhole"))
                        .natGateway())
                .isEmpty();
    }

    @Test
    void deadRoutesAreNamed() {
        assertThat(table(route("10.1.0.0/16", Route.TargetKind.VPC_PEERING_CONNECTION, "pcx-1", "blackhole"))
                        .deadRoutes())
                .containsExactly("10.1.0.0/16 to pcx-1 (blackhole)");
    }

    private static Route route(String range, Route.TargetKind kind, String target, String state) {
        return new Route(Optional.of(new IpRange(range)), Optional.empty(), kind, target, new Route.State(state));
    }

    private static RouteTable table(Route... routes) {
        return table(Map.of(), routes);
    }

    private static RouteTable table(Map<String, List<IpRange>> lists, Route... routes) {
        Arn arn = new Arn("arn:aws:ec2:us-east-1:111122223333:route-table/rtb-1");
        return new RouteTable(
                Identity.untagged(arn, "111122223333", "us-east-1", "rtb-1"),
                new Arn("arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1"),
                true,
                List.of(),
                List.of(routes),
                Observed.known(lists));
    }
}
