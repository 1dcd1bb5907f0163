package io.awsaudit.collectors.transfer;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.transfer.Connector;
import io.awsaudit.inventory.transfer.ConnectorDescription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.transfer.model.DescribedConnector;
import software.amazon.awssdk.services.transfer.model.ListedConnector;

/** Reads the connectors of a region, and of each its settings, with its tags in the same answer. */
final class ConnectorCollector implements Collector<Connector> {
    private static final Operation LIST_CONNECTORS =
            Operation.of("transfer:ListConnectors").pages(Transfer.PAGE);
    private static final Detail DESCRIPTION = Detail.of(Connector.class, "description", "transfer:DescribeConnector");
    private static final Detail TAGS = Detail.of(Connector.class, "tags", "transfer:DescribeConnector");

    private static final String NOTHING = "NONE";

    @Override
    public Set<Class<? extends Connector>> yields() {
        return Set.of(Connector.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_CONNECTORS);
    }

    @Override
    public List<Detail> details() {
        return List.of(DESCRIPTION, TAGS);
    }

    @Override
    public Stream<Connector> collect(Reads reads) {
        return reads.each(
                Connector.class,
                reads.pages(
                        LIST_CONNECTORS,
                        () -> reads.client(Transfer.CLIENT)
                                .listConnectorsPaginator(request -> request.maxResults(Transfer.PAGE))
                                .connectors()),
                connector -> new Arn(connector.arn()),
                connector -> read(connector, reads));
    }

    private static Connector read(ListedConnector listed, Reads reads) {
        Arn arn = new Arn(listed.arn());
        // One answer holds both.
        Observed<DescribedConnector> described = reads.answer(
                reads.wants(DESCRIPTION) ? DESCRIPTION : TAGS,
                arn,
                () -> reads.client(Transfer.CLIENT)
                        .describeConnector(request -> request.connectorId(listed.connectorId()))
                        .connector());
        return new Connector(
                Transfer.identity(
                        arn,
                        listed.connectorId(),
                        described.map(connector -> Transfer.map(connector.tags().stream())),
                        reads),
                described.map(ConnectorCollector::description));
    }

    private static ConnectorDescription description(DescribedConnector connector) {
        return new ConnectorDescription(
                Transfer.arn(connector.loggingRole()),
                Optional.ofNullable(connector.as2Config())
                        .map(as2 -> new ConnectorDescription.As2(
                                orNothing(as2.encryptionAlgorithmAsString()),
                                orNothing(as2.signingAlgorithmAsString()),
                                orNothing(as2.mdnSigningAlgorithmAsString()),
                                orNothing(as2.mdnResponseAsString()))));
    }

    private static String orNothing(@Nullable String algorithm) {
        return algorithm == null || algorithm.isEmpty() ? NOTHING : algorithm;
    }
}
