package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.ClientVpnEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.ClientVpnEndpointStatusCode;

/** Reads the endpoints of client VPNs. */
final class ClientVpnEndpointCollector implements Collector<ClientVpnEndpoint> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeClientVpnEndpoints");

    @Override
    public Set<Class<? extends ClientVpnEndpoint>> yields() {
        return Set.of(ClientVpnEndpoint.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<ClientVpnEndpoint> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeClientVpnEndpointsPaginator()
                                .clientVpnEndpoints())
                .filter(endpoint -> exists(endpoint))
                .map(endpoint -> read(endpoint, reads));
    }

    private static boolean exists(software.amazon.awssdk.services.ec2.model.ClientVpnEndpoint endpoint) {
        return endpoint.status() == null
                || endpoint.status().code() != ClientVpnEndpointStatusCode.DELETING
                        && endpoint.status().code() != ClientVpnEndpointStatusCode.DELETED;
    }

    private static ClientVpnEndpoint read(
            software.amazon.awssdk.services.ec2.model.ClientVpnEndpoint endpoint, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(endpoint.tags());
        var log = Optional.ofNullable(endpoint.connectionLogOptions());
        return new ClientVpnEndpoint(
                Identity.tagged(
                        reads.arn("ec2", "client-vpn-endpoint/" + endpoint.clientVpnEndpointId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, endpoint.clientVpnEndpointId()),
                        tags),
                log.filter(options -> Boolean.TRUE.equals(options.enabled())).isPresent(),
                log.map(options -> options.cloudwatchLogGroup()),
                Optional.ofNullable(endpoint.vpcId()).map(vpc -> Network.vpc(reads, vpc)),
                endpoint.securityGroupIds().stream()
                        .map(group -> reads.arn("ec2", "security-group/" + group))
                        .toList());
    }
}
