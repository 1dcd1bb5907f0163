package io.awsaudit.collectors.apprunner;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.apprunner.VpcConnector;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apprunner.model.VpcConnectorStatus;

/** Reads what services of a region reach VPCs by. */
final class VpcConnectorCollector implements Collector<VpcConnector> {
    private static final int PAGE = 100;

    private static final Operation LIST_VPC_CONNECTORS =
            Operation.of("apprunner:ListVpcConnectors").pages(PAGE);
    private static final Detail TAGS = Detail.of(VpcConnector.class, "tags", AppRunner.LIST_TAGS);

    @Override
    public Set<Class<? extends VpcConnector>> yields() {
        return Set.of(VpcConnector.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_VPC_CONNECTORS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<VpcConnector> collect(Reads reads) {
        return reads.each(
                VpcConnector.class,
                reads.pages(
                                LIST_VPC_CONNECTORS,
                                () -> reads
                                        .client(AppRunner.CLIENT)
                                        .listVpcConnectorsPaginator(request -> request.maxResults(PAGE))
                                        .stream()
                                        .flatMap(page -> page.vpcConnectors().stream())::iterator)
                        .filter(connector -> connector.status() != VpcConnectorStatus.INACTIVE),
                connector -> new Arn(connector.vpcConnectorArn()),
                connector -> new VpcConnector(
                        AppRunner.identity(
                                new Arn(connector.vpcConnectorArn()), connector.vpcConnectorName(), TAGS, reads),
                        connector.subnets().stream()
                                .map(id -> reads.arn("ec2", "subnet/" + id))
                                .toList(),
                        connector.securityGroups().stream()
                                .map(id -> reads.arn("ec2", "security-group/" + id))
                                .toList()));
    }
}
