package io.awsaudit.collectors.timestreamwrite;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.timestreamwrite.Table;
import io.awsaudit.inventory.timestreamwrite.Table.MagneticStoreWrites;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.timestreamwrite.model.ListTablesResponse;
import software.amazon.awssdk.services.timestreamwrite.model.MagneticStoreRejectedDataLocation;
import software.amazon.awssdk.services.timestreamwrite.model.MagneticStoreWriteProperties;
import software.amazon.awssdk.services.timestreamwrite.model.RetentionProperties;
import software.amazon.awssdk.services.timestreamwrite.model.S3Configuration;
import software.amazon.awssdk.services.timestreamwrite.model.TableStatus;

/** Reads the tables of all databases of Timestream for LiveAnalytics in a region, in one listing. */
final class TableCollector implements Collector<Table> {
    private static final Operation LIST = Operation.of("timestream:ListTables").pages(LiveAnalytics.PAGE);
    private static final Detail WRITES = Detail.of(Table.class, "magneticStoreWrites", "timestream:DescribeTable")
            .where("the listing does not tell it");
    private static final Detail TAGS = Detail.of(Table.class, "tags", LiveAnalytics.LIST_TAGS);

    private static final ListTablesResponse NOTHING =
            ListTablesResponse.builder().tables(List.of()).build();

    @Override
    public Set<Class<? extends Table>> yields() {
        return Set.of(Table.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST, LiveAnalytics.DESCRIBE_ENDPOINTS);
    }

    @Override
    public List<Detail> details() {
        return List.of(WRITES, TAGS);
    }

    @Override
    public Stream<Table> collect(Reads reads) {
        return reads.each(
                Table.class,
                reads.pages(
                                LIST,
                                () -> TokenPages.of(
                                        token -> LiveAnalytics.page(
                                                reads,
                                                () -> reads.client(LiveAnalytics.TIMESTREAM)
                                                        .listTables(request -> request.maxResults(LiveAnalytics.PAGE)
                                                                .nextToken(token)),
                                                NOTHING),
                                        ListTablesResponse::tables,
                                        ListTablesResponse::nextToken))
                        .filter(table -> table.tableStatus() != TableStatus.DELETING),
                table -> new Arn(table.arn()),
                table -> read(table, reads));
    }

    private static Table read(software.amazon.awssdk.services.timestreamwrite.model.Table table, Reads reads) {
        Arn arn = new Arn(table.arn());
        RetentionProperties retention = Answers.sent(table.retentionProperties(), "RetentionProperties");
        return new Table(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        table.tableName(),
                        reads.observe(TAGS, arn, () -> LiveAnalytics.tags(arn, reads))),
                reads.arn("timestream", "database/" + table.databaseName()),
                table.tableStatusAsString() == null ? "" : table.tableStatusAsString(),
                Answers.sent(retention.memoryStoreRetentionPeriodInHours(), "MemoryStoreRetentionPeriodInHours"),
                Answers.sent(retention.magneticStoreRetentionPeriodInDays(), "MagneticStoreRetentionPeriodInDays"),
                writesOf(table, arn, reads));
    }

    /** The listing is said to tell names, states and retention; what it leaves out need not be off. */
    private static Observed<MagneticStoreWrites> writesOf(
            software.amazon.awssdk.services.timestreamwrite.model.Table listed, Arn arn, Reads reads) {
        MagneticStoreWriteProperties writes = listed.magneticStoreWriteProperties();
        return writes != null && writes.enableMagneticStoreWrites() != null
                ? Observed.known(writesOf(writes))
                : reads.observe(
                        WRITES,
                        arn,
                        () -> writesOf(Answers.sent(
                                        reads.client(LiveAnalytics.TIMESTREAM)
                                                .describeTable(request -> request.databaseName(listed.databaseName())
                                                        .tableName(listed.tableName()))
                                                .table(),
                                        "Table")
                                .magneticStoreWriteProperties()));
    }

    private static MagneticStoreWrites writesOf(@Nullable MagneticStoreWriteProperties writes) {
        return new MagneticStoreWrites(
                writes != null && Boolean.TRUE.equals(writes.enableMagneticStoreWrites()), // off where nobody set it
                Optional.ofNullable(writes)
                        .map(MagneticStoreWriteProperties::magneticStoreRejectedDataLocation)
                        .map(MagneticStoreRejectedDataLocation::s3Configuration)
                        .map(S3Configuration::bucketName)
                        .filter(bucket -> !bucket.isEmpty()));
    }
}
