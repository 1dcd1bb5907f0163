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
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html">Subnet</a>
 */
@CloudFormationType("AWS::EC2::Subnet")
public record Subnet(
        Identity identity,
        Arn vpc,
        String availabilityZone,
        List<IpRange> ranges,
        boolean mapPublicIpOnLaunch,
        boolean assignIpv6AddressOnCreation)
        implements Resource {
    public Subnet {
        ranges = List.copyOf(ranges);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.IN, vpc));
    }
}
