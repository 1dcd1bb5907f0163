package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.VpcEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the VPC endpoints that the account owns. */
final class VpcEndpointCollector implements Collector<VpcEndpoint> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeVpcEndpoints");

    @Override
    public Set<Class<? extends VpcEndpoint>> yields() {
        return Set.of(VpcEndpoint.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<VpcEndpoint> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeVpcEndpointsPaginator()
                                .vpcEndpoints())
                .filter(endpoint -> Network.owns(reads, endpoint.ownerId()))
                .map(endpoint -> read(endpoint, reads));
    }

    private static VpcEndpoint read(software.amazon.awssdk.services.ec2.model.VpcEndpoint endpoint, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(endpoint.tags());
        return new VpcEndpoint(
                Identity.tagged(
                        reads.arn("ec2", "vpc-endpoint/" + endpoint.vpcEndpointId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, endpoint.vpcEndpointId()),
                        tags),
                Network.vpc(reads, endpoint.vpcId()),
                new VpcEndpoint.Type(endpoint.vpcEndpointTypeAsString()),
                endpoint.serviceName() == null ? "" : endpoint.serviceName(), // Resource and ServiceNetwork have none
                endpoint.stateAsString(),
                Boolean.TRUE.equals(endpoint.requesterManaged()),
                endpoint.routeTableIds().stream()
                        .map(id -> reads.arn("ec2", "route-table/" + id))
                        .sorted()
                        .toList(),
                endpoint.subnetIds().stream()
                        .map(id -> Network.subnet(reads, id))
                        .sorted()
                        .toList(),
                Policies.listed(endpoint.policyDocument(), DESCRIBE));
    }
}
