package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.InternetGateway;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the internet gateways that the account owns. */
final class InternetGatewayCollector implements Collector<InternetGateway> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeInternetGateways");

    @Override
    public Set<Class<? extends InternetGateway>> yields() {
        return Set.of(InternetGateway.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<InternetGateway> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeInternetGatewaysPaginator()
                                .internetGateways())
                .filter(gateway -> Network.owns(reads, gateway.ownerId()))
                .map(gateway -> read(gateway, reads));
    }

    private static InternetGateway read(
            software.amazon.awssdk.services.ec2.model.InternetGateway gateway, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(gateway.tags());
        return new InternetGateway(
                Identity.tagged(
                        reads.arn("ec2", "internet-gateway/" + gateway.internetGatewayId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, gateway.internetGatewayId()),
                        tags),
                gateway.attachments().stream()
                        .filter(attachment ->
                                attachment.vpcId() != null && !"detached".equals(attachment.stateAsString()))
                        .map(attachment -> Network.vpc(reads, attachment.vpcId()))
                        .toList());
    }
}
