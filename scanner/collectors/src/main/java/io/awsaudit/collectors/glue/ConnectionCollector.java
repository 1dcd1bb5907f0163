package io.awsaudit.collectors.glue;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.glue.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;

/** Reads connections. AWS is asked to leave passwords out, and no other property is kept. */
final class ConnectionCollector implements Collector<Connection> {
    private static final Operation GET_CONNECTIONS =
            Operation.of("glue:GetConnections").pages(Glue.PAGE);
    private static final Detail TAGS = Detail.of(Connection.class, "tags", Glue.GET_TAGS);

    @Override
    public Set<Class<? extends Connection>> yields() {
        return Set.of(Connection.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_CONNECTIONS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Connection> collect(Reads reads) {
        GlueClient glue = reads.client(Glue.GLUE);
        return reads.each(
                Connection.class,
                reads.pages(
                        GET_CONNECTIONS,
                        () ->
                                glue
                                        .getConnectionsPaginator(request ->
                                                request.hidePassword(true).maxResults(Glue.PAGE))
                                        .stream()
                                        .flatMap(page -> page.connectionList().stream())::iterator),
                connection -> arnOf(connection.name(), reads),
                connection -> read(connection, glue, reads));
    }

    private static Arn arnOf(String name, Reads reads) {
        return reads.arn("glue", "connection/" + name);
    }

    private static Connection read(
            software.amazon.awssdk.services.glue.model.Connection sent, GlueClient glue, Reads reads) {
        Arn arn = arnOf(sent.name(), reads);
        Map<String, String> properties = sent.connectionPropertiesAsStrings();
        return new Connection(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        sent.name(),
                        reads.observe(TAGS, arn, () -> Glue.tags(arn, glue))),
                Glue.orEmpty(sent.connectionTypeAsString()),
                "true".equalsIgnoreCase(properties.get("JDBC_ENFORCE_SSL")),
                properties.containsKey("USERNAME"),
                properties.containsKey("SECRET_ID")
                        || sent.authenticationConfiguration() != null
                                && sent.authenticationConfiguration().secretArn() != null);
    }
}
