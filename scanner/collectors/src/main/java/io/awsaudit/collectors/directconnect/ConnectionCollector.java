package io.awsaudit.collectors.directconnect;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.directconnect.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.directconnect.DirectConnectClient;
import software.amazon.awssdk.services.directconnect.model.DescribeConnectionsResponse;

/** Reads the lines from data centres that end in a region. */
final class ConnectionCollector implements Collector<Connection> {
    private static final Operation DESCRIBE =
            Operation.of("directconnect:DescribeConnections").pages(DirectConnect.PAGE);

    @Override
    public Set<Class<? extends Connection>> yields() {
        return Set.of(Connection.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<Connection> collect(Reads reads) {
        DirectConnectClient client = reads.client(DirectConnect.CLIENT);
        return reads.pages(
                        DESCRIBE,
                        () -> TokenPages.of(
                                token -> client.describeConnections(request ->
                                        request.maxResults(DirectConnect.PAGE).nextToken(token)),
                                DescribeConnectionsResponse::connections,
                                DescribeConnectionsResponse::nextToken))
                .filter(connection -> !DirectConnect.isGone(connection.connectionStateAsString()))
                .map(connection -> read(connection, reads));
    }

    private static Connection read(software.amazon.awssdk.services.directconnect.model.Connection listed, Reads reads) {
        return new Connection(
                DirectConnect.identity(
                        reads.arn("directconnect", "dxcon/" + Answers.sent(listed.connectionId(), "connectionId")),
                        listed.connectionName(),
                        listed.tags(),
                        reads),
                Answers.sent(listed.location(), "location"),
                new Connection.State(Answers.sent(listed.connectionStateAsString(), "connectionState")),
                DirectConnect.line(reads, listed.lagId()),
                Boolean.TRUE.equals(listed.macSecCapable()),
                Optional.ofNullable(listed.encryptionMode()),
                Optional.ofNullable(listed.portEncryptionStatus()));
    }
}
