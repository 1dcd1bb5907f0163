package io.awsaudit.collectors.keyspaces;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.keyspaces.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.keyspaces.model.EncryptionSpecification;
import software.amazon.awssdk.services.keyspaces.model.EncryptionType;
import software.amazon.awssdk.services.keyspaces.model.GetTableResponse;
import software.amazon.awssdk.services.keyspaces.model.KeyspaceSummary;
import software.amazon.awssdk.services.keyspaces.model.PointInTimeRecoveryStatus;

/** Reads the tables of all keyspaces of a region, and of each the settings that checks ask about. */
final class TableCollector implements Collector<Table> {
    private static final Operation LIST_TABLES = Operation.of("keyspaces:ListTables")
            .needing(Keyspaces.SELECT)
            .pages(Keyspaces.PAGE)
            .per("keyspace");
    private static final Detail SETTINGS =
            Detail.of(Table.class, "settings", "keyspaces:GetTable").needing(Keyspaces.SELECT);
    private static final Detail TAGS = Keyspaces.tags(Table.class);

    /** A table, and the keyspace that it is in. */
    private record Listed(Arn arn, String name, String keyspaceName, Arn keyspace) {}

    @Override
    public Set<Class<? extends Table>> yields() {
        return Set.of(Table.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Keyspaces.LIST_KEYSPACES, LIST_TABLES);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<Table> collect(Reads reads) {
        Stream<Listed> tables = Keyspaces.keyspaces(reads).flatMap(keyspace -> tablesOf(keyspace, reads));
        return reads.each(Table.class, tables, Listed::arn, table -> read(table, reads));
    }

    private static Stream<Listed> tablesOf(KeyspaceSummary keyspace, Reads reads) {
        Arn within = new Arn(keyspace.resourceArn());
        return reads.pages(
                        LIST_TABLES,
                        () -> reads.client(Keyspaces.CLIENT)
                                .listTablesPaginator(request -> request.keyspaceName(keyspace.keyspaceName())
                                        .maxResults(Keyspaces.PAGE))
                                .tables())
                .map(table ->
                        new Listed(new Arn(table.resourceArn()), table.tableName(), keyspace.keyspaceName(), within));
    }

    private static Table read(Listed table, Reads reads) {
        return new Table(
                new Identity(
                        table.arn(),
                        reads.account(),
                        reads.region(),
                        table.name(),
                        reads.observe(TAGS, table.arn(), () -> Keyspaces.tagsOf(table.arn(), reads))),
                table.keyspace(),
                reads.observe(SETTINGS, table.arn(), () -> settingsOf(table, reads)));
    }

    private static Table.Settings settingsOf(Listed listed, Reads reads) {
        GetTableResponse table = reads.client(Keyspaces.CLIENT)
                .getTable(request -> request.keyspaceName(listed.keyspaceName()).tableName(listed.name()));
        return new Table.Settings(
                Answers.sent(table.statusAsString(), "status"),
                table.pointInTimeRecovery() != null
                        && table.pointInTimeRecovery().status() == PointInTimeRecoveryStatus.ENABLED,
                Optional.ofNullable(table.encryptionSpecification())
                        .filter(encryption -> encryption.type() == EncryptionType.CUSTOMER_MANAGED_KMS_KEY)
                        .map(EncryptionSpecification::kmsKeyIdentifier)
                        .map(Arn::new),
                table.capacitySpecification() == null
                        ? ""
                        : Keyspaces.orEmpty(table.capacitySpecification().throughputModeAsString()));
    }
}
