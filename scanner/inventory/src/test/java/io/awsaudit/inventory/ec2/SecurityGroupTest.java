package io.awsaudit.inventory.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityGroupTest {
    private static final List<String> ADMIN = List.of("22", "3389");

    @Test
    void aRangeThatHoldsThePortIsOpen() {
        assertThat(group(rule("tcp", 0, 1024, "0.0.0.0/0")).openToEveryIpv4(ADMIN))
                .containsExactly("tcp 0-1024 from 0.0.0.0/0");
        assertThat(group(rule("tcp", 22, 22, "0.0.0.0/0")).openToEveryIpv4(ADMIN))
                .containsExactly("tcp 22 from 0.0.0.0/0");
        assertThat(group(rule("udp", 3389, 3390, "0.0.0.0/0")).openToEveryIpv4(ADMIN))
                .hasSize(1);
        assertThat(group(rule("tcp", 23, 3388, "0.0.0.0/0")).openToEveryIpv4(ADMIN))
                .isEmpty();
    }

    @Test
    void allTrafficIsOpenWhateverThePorts() {
        assertThat(group(rule("-1", 443, 443, "0.0.0.0/0")).openToEveryIpv4(ADMIN))
                .containsExactly("all traffic from 0.0.0.0/0");
        assertThat(group(rule("6", -1, -1, "0.0.0.0/0")).openToEveryIpv4(ADMIN))
                .containsExactly("tcp all ports from 0.0.0.0/0");
    }

    @Test
    void icmpHasTypesAndNoPorts() {
        assertThat(group(rule("icmp", 22, 22, "0.0.0.0/0")).openToEveryIpv4(ADMIN))
                .isEmpty();
        assertThat(group(rule("icmp", -1, -1, "0.0.0.0/0")).openToEveryIpv4(ADMIN))
                .isEmpty();
        assertThat(group(rule("icmpv6", -1, -1, "::/0")).openToEveryIpv6(ADMIN)).isEmpty();
        assertThat(group(rule("50", -1, -1, "0.0.0.0/0")).openToEveryIpv4(ADMIN))
                .isEmpty();
    }

    @Test
    void eachFamilyIsJudgedByItself() {
        SecurityGroup ipv6 = group(rule("tcp", 22, 22, "0:0:0:0:0:0:0:0/0"), rule("tcp", 22, 22, "10.0.0.0/8"));
        assertThat(ipv6.openToEveryIpv4(ADMIN)).isEmpty();
        assertThat(ipv6.openToEveryIpv6(ADMIN)).containsExactly("tcp 22 from 0:0:0:0:0:0:0:0/0");
        assertThat(ipv6.openToEveryone(ADMIN)).hasSize(1);
    }

    @Test
    void twoHalvesOfTheAddressesAreEveryoneIfBothCoverThePort() {
        assertThat(group(rule("tcp", 22, 22, "0.0.0.0/1"), rule("tcp", 0, 100, "128.0.0.0/1"))
                        .openToEveryIpv4(ADMIN))
                .hasSize(2);
        assertThat(group(rule("tcp", 22, 22, "0.0.0.0/1"), rule("tcp", 3389, 3389, "128.0.0.0/1"))
                        .openToEveryIpv4(ADMIN))
                .isEmpty();
        assertThat(group(rule("tcp", 22, 22, "0.0.0.0/1"), rule("udp", 22, 22, "128.0.0.0/1"))
                        .openToEveryIpv4(ADMIN))
                .isEmpty();
    }

    @Test
    void narrowRulesBesideAnOpenOneAreNoEvidence() {
        assertThat(group(rule("tcp", 22, 22, "10.0.0.0/8"), rule("tcp", 22, 22, "0.0.0.0/0"))
                        .openToEveryIpv4(ADMIN))
                .containsExactly("tcp 22 from 0.0.0.0/0");
    }

    @Test
    void membersOfASecurityGroupAreNoStrangers() {
        var self = new SecurityGroupRule(
                IpProtocol.ALL,
                PortRange.ALL,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Arn("arn:aws:ec2:us-east-1:1:security-group/sg-1")));
        assertThat(group(self).openToEveryone(ADMIN)).isEmpty();
        assertThat(self.words("from")).isEqualTo("all traffic from sg-1");
    }

    @Test
    void aPrefixListCountsWithTheRangesThatItHolds() {
        var listed = new SecurityGroupRule(
                IpProtocol.TCP, new PortRange(22, 22), Optional.empty(), Optional.of("pl-1"), Optional.empty());
        assertThat(group(
                                Observed.known(
                                        Map.of("pl-1", List.of(new IpRange("10.0.0.0/8"), new IpRange("0.0.0.0/0")))),
                                listed)
                        .openToEveryIpv4(ADMIN))
                .containsExactly("tcp 22 from pl-1");
        assertThat(group(Observed.known(Map.of("pl-1", List.of(new IpRange("10.0.0.0/8")))), listed)
                        .openToEveryone(ADMIN))
                .isEmpty();
        assertThat(group(Observed.unknown(new Gap(Gap.Cause.DENIED, "x", Optional.empty(), "")), listed)
                        .openToEveryone(ADMIN))
                .isEmpty();
    }

    @Test
    void onlyPortsThatAreNotAuthorizedAreBeyondThem() {
        List<String> web = List.of("80", "443");
        assertThat(group(rule("tcp", 443, 443, "0.0.0.0/0"), rule("tcp", 80, 80, "::/0"))
                        .openToEveryoneBeyond(web, List.of()))
                .isEmpty();
        assertThat(group(rule("tcp", 442, 443, "0.0.0.0/0")).openToEveryoneBeyond(web, List.of()))
                .containsExactly("tcp 442-443 from 0.0.0.0/0");
        assertThat(group(rule("tcp", 443, 444, "0.0.0.0/0")).openToEveryoneBeyond(web, List.of()))
                .containsExactly("tcp 443-444 from 0.0.0.0/0");
        assertThat(group(rule("tcp", 65535, 65535, "::/0")).openToEveryoneBeyond(web, List.of()))
                .containsExactly("tcp 65535 from ::/0");
        assertThat(group(rule("udp", 443, 443, "0.0.0.0/0")).openToEveryoneBeyond(web, List.of("443")))
                .isEmpty();
        assertThat(group(rule("-1", -1, -1, "0.0.0.0/0")).openToEveryoneBeyond(web, List.of()))
                .containsExactly("all traffic from 0.0.0.0/0");
        assertThat(group(rule("icmp", 8, -1, "0.0.0.0/0")).openToEveryoneBeyond(web, List.of()))
                .isEmpty();
    }

    @Test
    void halvesOfTheAddressesGoBeyondAuthorizedPortsWhereTheirPortsMeet() {
        assertThat(group(rule("tcp", 400, 443, "0.0.0.0/1"), rule("tcp", 443, 500, "128.0.0.0/1"))
                        .openToEveryoneBeyond(List.of("443"), List.of()))
                .isEmpty();
        assertThat(group(rule("tcp", 400, 444, "0.0.0.0/1"), rule("tcp", 443, 500, "128.0.0.0/1"))
                        .openToEveryoneBeyond(List.of("443"), List.of()))
                .hasSize(2);
    }

    @Test
    void allPortsOfOneProtocolAreAllPorts() {
        assertThat(group(rule("tcp", 1, 65535, "0.0.0.0/0")).openToEveryoneOnAllPorts())
                .containsExactly("tcp 1-65535 from 0.0.0.0/0");
        assertThat(group(rule("-1", -1, -1, "::/0")).openToEveryoneOnAllPorts())
                .containsExactly("all traffic from ::/0");
        assertThat(group(rule("tcp", 1024, 65535, "0.0.0.0/0")).openToEveryoneOnAllPorts())
                .isEmpty();
        assertThat(group(rule("tcp", 0, 65535, "10.0.0.0/8")).openToEveryoneOnAllPorts())
                .isEmpty();
    }

    private static SecurityGroupRule rule(String protocol, int from, int to, String range) {
        return new SecurityGroupRule(
                new IpProtocol(protocol),
                new PortRange(from, to),
                Optional.of(new IpRange(range)),
                Optional.empty(),
                Optional.empty());
    }

    private static SecurityGroup group(SecurityGroupRule... ingress) {
        return group(Observed.known(Map.of()), ingress);
    }

    private static SecurityGroup group(Observed<Map<String, List<IpRange>>> lists, SecurityGroupRule... ingress) {
        Arn arn = new Arn("arn:aws:ec2:us-east-1:111122223333:security-group/sg-1");
        return new SecurityGroup(
                Identity.untagged(arn, "111122223333", "us-east-1", "sg-1"),
                "web",
                Optional.empty(),
                List.of(ingress),
                List.of(),
                lists);
    }
}
