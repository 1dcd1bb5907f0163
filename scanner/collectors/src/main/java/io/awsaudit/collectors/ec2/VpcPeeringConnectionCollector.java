package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.VpcPeeringConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CidrBlock;
import software.amazon.awssdk.services.ec2.model.Ipv6CidrBlock;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionVpcInfo;

/** Reads VPC peerings, of which this account may be either side. */
final class VpcPeeringConnectionCollector implements Collector<VpcPeeringConnection> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeVpcPeeringConnections");

    @Override
    public Set<Class<? extends VpcPeeringConnection>> yields() {
        return Set.of(VpcPeeringConnection.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<VpcPeeringConnection> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeVpcPeeringConnectionsPaginator()
                                .vpcPeeringConnections())
                .map(connection -> read(connection, reads));
    }

    private static VpcPeeringConnection read(
            software.amazon.awssdk.services.ec2.model.VpcPeeringConnection connection, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(connection.tags());
        return new VpcPeeringConnection(
                Identity.tagged(
                        reads.arn("ec2", "vpc-peering-connection/" + connection.vpcPeeringConnectionId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, connection.vpcPeeringConnectionId()),
                        tags),
                vpc(connection.requesterVpcInfo(), reads),
                ranges(connection.requesterVpcInfo()),
                vpc(connection.accepterVpcInfo(), reads),
                ranges(connection.accepterVpcInfo()),
                new VpcPeeringConnection.Status(connection.status().codeAsString()));
    }

    private static List<IpRange> ranges(VpcPeeringConnectionVpcInfo side) {
        return Stream.of(
                        Stream.ofNullable(side.cidrBlock()),
                        side.cidrBlockSet().stream().map(CidrBlock::cidrBlock),
                        side.ipv6CidrBlockSet().stream().map(Ipv6CidrBlock::ipv6CidrBlock))
                .flatMap(ranges -> ranges)
                .distinct()
                .map(IpRange::new)
                .toList();
    }

    private static Arn vpc(VpcPeeringConnectionVpcInfo side, Reads reads) {
        String region = side.region() == null ? reads.region() : side.region();
        return new Arn("arn:" + reads.partition() + ":ec2:" + region + ":" + side.ownerId() + ":vpc/" + side.vpcId());
    }
}
