package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.TransitGateway;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the transit gateways that the account owns. */
final class TransitGatewayCollector implements Collector<TransitGateway> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeTransitGateways");

    @Override
    public Set<Class<? extends TransitGateway>> yields() {
        return Set.of(TransitGateway.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<TransitGateway> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeTransitGatewaysPaginator()
                                .transitGateways())
                .filter(gateway -> Network.owns(reads, gateway.ownerId()))
                .filter(gateway -> !String.valueOf(gateway.stateAsString()).startsWith("delet"))
                .map(gateway -> read(gateway, reads));
    }

    private static TransitGateway read(software.amazon.awssdk.services.ec2.model.TransitGateway gateway, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(gateway.tags());
        return new TransitGateway(
                Identity.tagged(
                        gateway.transitGatewayArn() == null
                                ? reads.arn("ec2", "transit-gateway/" + gateway.transitGatewayId())
                                : new Arn(gateway.transitGatewayArn()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, gateway.transitGatewayId()),
                        tags),
                String.valueOf(gateway.stateAsString()),
                new TransitGateway.AutoAccept(Answers.sent(
                        Answers.sent(gateway.options(), "options").autoAcceptSharedAttachmentsAsString(),
                        "autoAcceptSharedAttachments")));
    }
}
