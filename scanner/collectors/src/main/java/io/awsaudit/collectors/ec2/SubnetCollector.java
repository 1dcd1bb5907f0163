package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.Subnet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the subnets that the account owns. */
final class SubnetCollector implements Collector<Subnet> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeSubnets");

    @Override
    public Set<Class<? extends Subnet>> yields() {
        return Set.of(Subnet.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<Subnet> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeSubnetsPaginator()
                                .subnets())
                .filter(subnet -> Network.owns(reads, subnet.ownerId()))
                .map(subnet -> read(subnet, reads));
    }

    private static Subnet read(software.amazon.awssdk.services.ec2.model.Subnet subnet, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(subnet.tags());
        return new Subnet(
                Identity.tagged(
                        Network.subnet(reads, subnet.subnetId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, subnet.subnetId()),
                        tags),
                Network.vpc(reads, subnet.vpcId()),
                subnet.availabilityZone(),
                Stream.concat(
                                Stream.ofNullable(subnet.cidrBlock()), // none in a subnet of IPv6 alone
                                subnet.ipv6CidrBlockAssociationSet().stream()
                                        .filter(block -> Network.associated(
                                                block.ipv6CidrBlockState().stateAsString()))
                                        .map(block -> block.ipv6CidrBlock()))
                        .map(IpRange::new)
                        .toList(),
                Boolean.TRUE.equals(subnet.mapPublicIpOnLaunch()),
                Boolean.TRUE.equals(subnet.assignIpv6AddressOnCreation()),
                Answers.sent(subnet.availableIpAddressCount(), "availableIpAddressCount"));
    }
}
