package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.Vpc;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the VPCs that the account owns. */
final class VpcCollector implements Collector<Vpc> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeVpcs");

    @Override
    public Set<Class<? extends Vpc>> yields() {
        return Set.of(Vpc.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<Vpc> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT).describeVpcsPaginator().vpcs())
                .filter(vpc -> Network.owns(reads, vpc.ownerId()))
                .map(vpc -> read(vpc, reads));
    }

    private static Vpc read(software.amazon.awssdk.services.ec2.model.Vpc vpc, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(vpc.tags());
        return new Vpc(
                Identity.tagged(
                        Network.vpc(reads, vpc.vpcId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, vpc.vpcId()),
                        tags),
                Boolean.TRUE.equals(vpc.isDefault()),
                Stream.concat(
                                vpc.cidrBlockAssociationSet().stream()
                                        .filter(block -> Network.associated(
                                                block.cidrBlockState().stateAsString()))
                                        .map(block -> block.cidrBlock()),
                                vpc.ipv6CidrBlockAssociationSet().stream()
                                        .filter(block -> Network.associated(
                                                block.ipv6CidrBlockState().stateAsString()))
                                        .map(block -> block.ipv6CidrBlock()))
                        .map(IpRange::new)
                        .toList());
    }
}
