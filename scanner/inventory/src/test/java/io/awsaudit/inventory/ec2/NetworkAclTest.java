package io.awsaudit.inventory.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkAclTest {
    private static final List<String> ADMIN = List.of("22", "3389");

    @Test
    void theFirstEntryThatMatchesDecides() {
        assertThat(acl(allow(100, "6", 22, "0.0.0.0/0"), deny(200, "6", 22, "0.0.0.0/0"))
                        .openToEveryone(ADMIN))
                .containsExactly("100: allow tcp 22 from 0.0.0.0/0");
        assertThat(acl(
                                allow(200, "-1", 0, "0.0.0.0/0"),
                                deny(100, "6", 22, "0.0.0.0/0"),
                                deny(101, "6", 3389, "0.0.0.0/0"))
                        .openToEveryone(ADMIN))
                .isEmpty();
    }

    @Test
    void aDenyShieldsItsOwnPortAndProtocolOnly() {
        NetworkAcl acl = acl(deny(100, "6", 22, "0.0.0.0/0"), allow(200, "-1", 0, "0.0.0.0/0"));
        assertThat(acl.admitsEveryIpv4(22, IpProtocol.TCP)).isFalse();
        assertThat(acl.admitsEveryIpv4(3389, IpProtocol.TCP)).isTrue();
        assertThat(acl.admitsEveryIpv4(22, IpProtocol.UDP)).isTrue();
        assertThat(acl.openToEveryone(List.of("22"))).isEmpty(); // SSH goes by TCP
    }

    @Test
    void anEntryThatNamesUdpCounts() {
        assertThat(acl(allow(100, "17", 3389, "0.0.0.0/0")).openToEveryone(ADMIN))
                .containsExactly("100: allow udp 3389 from 0.0.0.0/0");
    }

    @Test
    void denyingSomeLeavesThePortOpenToTheRest() {
        assertThat(acl(deny(90, "-1", 0, "10.0.0.0/8"), allow(100, "6", 22, "0.0.0.0/0"))
                        .admitsEveryIpv4(22, IpProtocol.TCP))
                .isTrue();
    }

    @Test
    void admittingSomeBeforeDenyingTheRestKeepsThePortClosed() {
        assertThat(acl(
                                allow(90, "6", 22, "10.0.0.0/8"),
                                deny(91, "6", 22, "0.0.0.0/0"),
                                allow(100, "-1", 0, "0.0.0.0/0"))
                        .admitsEveryIpv4(22, IpProtocol.TCP))
                .isFalse();
    }

    @Test
    void halvesCountTogetherInDeniesAndAllows() {
        assertThat(acl(deny(1, "6", 22, "0.0.0.0/1"), deny(2, "6", 22, "128.0.0.0/1"), allow(3, "-1", 0, "0.0.0.0/0"))
                        .admitsEveryIpv4(22, IpProtocol.TCP))
                .isFalse();
        assertThat(acl(allow(1, "6", 22, "0.0.0.0/1"), allow(2, "6", 22, "128.0.0.0/1"))
                        .openToEveryone(ADMIN))
                .hasSize(2);
    }

    @Test
    void eachFamilyIsJudgedByItself() {
        NetworkAcl acl = acl(deny(100, "-1", 0, "0.0.0.0/0"), allow(101, "6", 22, "::/0"));
        assertThat(acl.admitsEveryIpv4(22, IpProtocol.TCP)).isFalse();
        assertThat(acl.admitsEveryIpv6(22, IpProtocol.TCP)).isTrue();
        assertThat(acl.openToEveryone(ADMIN)).containsExactly("101: allow tcp 22 from ::/0");
    }

    @Test
    void whatLeavesIsNotWhatEnters() {
        var egress = new NetworkAclEntry(100, true, IpProtocol.ALL, PortRange.ALL, new IpRange("0.0.0.0/0"), true);
        assertThat(acl(egress).openToEveryone(ADMIN)).isEmpty();
        assertThat(acl().openToEveryone(ADMIN)).isEmpty();
    }

    private static NetworkAclEntry allow(int number, String protocol, int port, String range) {
        return entry(number, protocol, port, range, true);
    }

    private static NetworkAclEntry deny(int number, String protocol, int port, String range) {
        return entry(number, protocol, port, range, false);
    }

    private static NetworkAclEntry entry(int number, String protocol, int port, String range, boolean allows) {
        return new NetworkAclEntry(
                number, false, new IpProtocol(protocol), new PortRange(port, port), new IpRange(range), allows);
    }

    private static NetworkAcl acl(NetworkAclEntry... entries) {
        Arn arn = new Arn("arn:aws:ec2:us-east-1:111122223333:network-acl/acl-1");
        return new NetworkAcl(
                Identity.untagged(arn, "111122223333", "us-east-1", "acl-1"),
                new Arn("arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1"),
                false,
                List.of(),
                List.of(entries));
    }
}
