package io.awsaudit.inventory.lightsail;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.lightsail.Instance.Ports;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstanceTest {
    private static final List<String> ADMIN = List.of("22", "3389");

    @Test
    void whatLetsEverybodyThroughToAPortIsNamedOnce() {
        assertThat(open(ports(0, 65_535, "tcp", "0.0.0.0/0"))).containsExactly("tcp 0-65535");
        assertThat(open(ports(22, 22, "tcp", "::/0"))).containsExactly("tcp 22-22");
        assertThat(open(ports(3389, 3389, "udp", "0.0.0.0/1", "128.0.0.0/1"))).containsExactly("udp 3389-3389");
        assertThat(open(ports(0, 0, "all", "0.0.0.0/0"))).containsExactly("all 0-0");
    }

    @Test
    void aFewAddressesOtherPortsAndPingsAreLetThrough() {
        assertThat(open(ports(22, 22, "tcp", "203.0.113.0/24", "0.0.0.0/1"))).isEmpty();
        assertThat(open(ports(22, 22, "tcp"))).isEmpty();
        assertThat(open(ports(23, 3388, "tcp", "0.0.0.0/0"))).isEmpty();
        assertThat(open(ports(8, -1, "icmp", "0.0.0.0/0"))).isEmpty();
    }

    private static List<String> open(Ports ports) {
        Identity identity = Identity.untagged(
                new Arn("arn:aws:lightsail:us-east-1:111122223333:Instance/1"), "111122223333", "us-east-1", "web");
        return new Instance(identity, "running", true, Optional.of("required"), List.of(ports)).openToEveryone(ADMIN);
    }

    private static Ports ports(int from, int to, String protocol, String... ranges) {
        return new Ports(from, to, protocol, Stream.of(ranges).map(IpRange::new).toList());
    }
}
