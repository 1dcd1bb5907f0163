package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * A subnet that the account owns, read whole by {@code ec2:DescribeSubnets}; one shared by another account is a resource
 * of that account.
 *
 * @param availabilityZone its name, such as {@code eu-west-1a}
 * @param ranges IPv4 first; no IPv4 range in a subnet of IPv6 alone
 * @param mapPublicIpOnLaunch whether what is launched in it gets a public IPv4 address unless it asks for none
 * @param assignIpv6AddressOnCreation whether what is launched in it gets an IPv6 address
 * @param availableAddresses how many IPv4 addresses nobody uses; none in a subnet of IPv6 alone
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html">Subnet</a>
 */
@CloudFormationType("AWS::EC2::Subnet")
public record Subnet(
        Identity identity,
        Arn vpc,
        String availabilityZone,
        List<IpRange> ranges,
        boolean mapPublicIpOnLaunch,
        boolean assignIpv6AddressOnCreation,
        int availableAddresses)
        implements Resource {
    private static final int RESERVED = 5;

    public Subnet {
        ranges = List.copyOf(ranges);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.IN, vpc));
    }

    /** {@return whether less than some percent of the IPv4 addresses are left that the subnet has to give} */
    public boolean isNearlyFull(long percent) {
        return usableAddresses() > 0 && availableAddresses * 100L < usableAddresses() * percent;
    }

    /** {@return whether it has IPv4 addresses} */
    public boolean hasIpv4() {
        return ranges.stream().anyMatch(range -> !range.isIpv6());
    }

    /** AWS keeps five of each range for itself. */
    private long usableAddresses() {
        return ranges.stream()
                .filter(range -> !range.isIpv6())
                .mapToLong(range -> range.addresses() - RESERVED)
                .sum();
    }
}
