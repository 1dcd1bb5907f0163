package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.NatGateway;
import io.awsaudit.inventory.ec2.NatGateway.ConnectivityType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads NAT gateways. */
final class NatGatewayCollector implements Collector<NatGateway> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeNatGateways");

    @Override
    public Set<Class<? extends NatGateway>> yields() {
        return Set.of(NatGateway.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<NatGateway> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeNatGatewaysPaginator()
                                .natGateways())
                .map(gateway -> read(gateway, reads));
    }

    private static NatGateway read(software.amazon.awssdk.services.ec2.model.NatGateway gateway, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(gateway.tags());
        String connectivity = gateway.connectivityTypeAsString();
        return new NatGateway(
                Identity.tagged(
                        reads.arn("ec2", "natgateway/" + gateway.natGatewayId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, gateway.natGatewayId()),
                        tags),
                Network.vpc(reads, gateway.vpcId()),
                Optional.ofNullable(gateway.subnetId()).map(subnet -> Network.subnet(reads, subnet)),
                new NatGateway.State(gateway.stateAsString()),
                // Gateways from before there were private ones carry no type.
                connectivity == null ? ConnectivityType.PUBLIC : new ConnectivityType(connectivity),
                "regional".equals(gateway.availabilityModeAsString()));
    }
}
