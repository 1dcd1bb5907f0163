package io.awsaudit.collectors.timestreamwrite;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.timestreamwrite.Database;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.timestreamwrite.model.ListDatabasesResponse;

/** Reads the databases of Timestream for LiveAnalytics in a region; in accounts that never used it there are none. */
final class DatabaseCollector implements Collector<Database> {
    private static final Operation LIST =
            Operation.of("timestream:ListDatabases").pages(LiveAnalytics.PAGE);
    private static final Detail TAGS = Detail.of(Database.class, "tags", LiveAnalytics.LIST_TAGS);

    private static final ListDatabasesResponse NOTHING =
            ListDatabasesResponse.builder().databases(List.of()).build();

    @Override
    public Set<Class<? extends Database>> yields() {
        return Set.of(Database.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST, LiveAnalytics.DESCRIBE_ENDPOINTS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Database> collect(Reads reads) {
        return reads.each(
                Database.class,
                reads.pages(
                        LIST,
                        () -> TokenPages.of(
                                token -> LiveAnalytics.page(
                                        reads,
                                        () -> reads.client(LiveAnalytics.TIMESTREAM)
                                                .listDatabases(request -> request.maxResults(LiveAnalytics.PAGE)
                                                        .nextToken(token)),
                                        NOTHING),
                                ListDatabasesResponse::databases,
                                ListDatabasesResponse::nextToken)),
                database -> new Arn(database.arn()),
                database -> read(database, reads));
    }

    private static Database read(software.amazon.awssdk.services.timestreamwrite.model.Database database, Reads reads) {
        Arn arn = new Arn(database.arn());
        return new Database(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        database.databaseName(),
                        reads.observe(TAGS, arn, () -> LiveAnalytics.tags(arn, reads))),
                keyOf(Answers.sent(database.kmsKeyId(), "KmsKeyId"), reads));
    }

    /** A key may be given by its ARN, its id, or an alias of it, and AWS does not say in which of these words it tells it. */
    private static Arn keyOf(String key, Reads reads) {
        return key.startsWith("arn:") ? new Arn(key) : reads.arn("kms", key.startsWith("alias/") ? key : "key/" + key);
    }
}
