package io.awsaudit.inventory.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubnetTest {
    @Test
    void ofEachRangeAwsKeepsFiveAddressesForItself() {
        assertThat(subnet(26, "10.0.0.0/24").isNearlyFull(10)).isFalse(); // 251 in all
        assertThat(subnet(25, "10.0.0.0/24").isNearlyFull(10)).isTrue();
        assertThat(subnet(2, "10.0.0.0/28").isNearlyFull(10)).isFalse(); // 11 in all
        assertThat(subnet(1, "10.0.0.0/28").isNearlyFull(10)).isTrue();
    }

    @Test
    void addressesOfIpv6NeverEnd() {
        assertThat(subnet(0, "2001:db8::/64").isNearlyFull(100)).isFalse();
        assertThat(subnet(0, "2001:db8::/64").hasIpv4()).isFalse();
        assertThat(subnet(0, "10.0.0.0/28", "2001:db8::/64").isNearlyFull(10)).isTrue();
    }

    private static Subnet subnet(int available, String... ranges) {
        return new Subnet(
                Identity.tagged(
                        new Arn("arn:aws:ec2:us-east-1:111122223333:subnet/s"),
                        "111122223333",
                        "us-east-1",
                        "s",
                        Map.of()),
                new Arn("arn:aws:ec2:us-east-1:111122223333:vpc/v"),
                "us-east-1a",
                Stream.of(ranges).map(IpRange::new).toList(),
                false,
                false,
                available);
    }
}
