package io.awsaudit.collectors.lightsail;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.lightsail.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lightsail.LightsailClient;
import software.amazon.awssdk.services.lightsail.model.GetRelationalDatabasesResponse;
import software.amazon.awssdk.services.lightsail.model.RelationalDatabase;

/** Reads the managed databases that Lightsail has in a region. */
final class DatabaseCollector implements Collector<Database> {
    private static final Operation LIST = Operation.of("lightsail:GetRelationalDatabases");

    @Override
    public Set<Class<? extends Database>> yields() {
        return Set.of(Database.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public Stream<Database> collect(Reads reads) {
        LightsailClient client = reads.client(Lightsail.CLIENT);
        return reads.pages(
                        LIST,
                        () -> TokenPages.of(
                                token -> client.getRelationalDatabases(request -> request.pageToken(token)),
                                GetRelationalDatabasesResponse::relationalDatabases,
                                GetRelationalDatabasesResponse::nextPageToken))
                .map(listed -> read(listed, reads));
    }

    private static Database read(RelationalDatabase listed, Reads reads) {
        return new Database(
                Lightsail.identity(listed.arn(), listed.name(), listed.tags(), reads),
                Answers.sent(listed.engine(), "engine"),
                Answers.sent(listed.publiclyAccessible(), "publiclyAccessible"),
                Answers.sent(listed.backupRetentionEnabled(), "backupRetentionEnabled"),
                Optional.ofNullable(listed.secondaryAvailabilityZone()).filter(zone -> !zone.isBlank()));
    }
}
