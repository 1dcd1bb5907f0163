package io.awsaudit.collectors.dynamodb;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.dynamodb.Table;
import io.awsaudit.inventory.dynamodb.TableDescription;
import io.awsaudit.inventory.policy.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;

/** Reads every table of a region, and of each the settings that checks ask about. */
final class TableCollector implements Collector<Table> {
    static final AwsService<DynamoDbClient> DYNAMODB = AwsService.of("dynamodb", DynamoDbClient::builder);
    private static final Operation LIST_TABLES =
            Operation.of("dynamodb:ListTables").ownPages(100);

    private static final Detail DESCRIPTION = Detail.of(Table.class, "description", "dynamodb:DescribeTable");
    private static final Detail POLICY = Detail.of(Table.class, "policy", "dynamodb:GetResourcePolicy");
    private static final Detail RECOVERY =
            Detail.of(Table.class, "pointInTimeRecovery", "dynamodb:DescribeContinuousBackups");
    private static final Detail TAGS = Detail.of(Table.class, "tags", "dynamodb:ListTagsOfResource");

    @Override
    public Set<Class<? extends Table>> yields() {
        return Set.of(Table.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_TABLES);
    }

    @Override
    public List<Detail> details() {
        return List.of(DESCRIPTION, POLICY, RECOVERY, TAGS);
    }

    @Override
    public Stream<Table> collect(Reads reads) {
        DynamoDbClient dynamoDb = reads.client(DYNAMODB);
        return reads.each(
                Table.class,
                reads.pages(LIST_TABLES, () -> dynamoDb.listTablesPaginator().tableNames()),
                name -> reads.arn("dynamodb", "table/" + name),
                name -> read(name, dynamoDb, reads));
    }

    private static Table read(String name, DynamoDbClient dynamoDb, Reads reads) {
        Arn arn = reads.arn("dynamodb", "table/" + name);
        var tags = reads.begin(TAGS, arn, () -> tagsOf(arn, dynamoDb));
        var description = reads.begin(DESCRIPTION, arn, () -> descriptionOf(name, dynamoDb));
        var recovery = reads.begin(RECOVERY, arn, () -> recoveryOf(name, dynamoDb));
        var policy = reads.begin(POLICY, arn, () -> policyOf(arn, dynamoDb));
        return new Table(
                new Identity(arn, reads.account(), reads.region(), name, tags.get()),
                description.get(),
                recovery.get(),
                policy.get());
    }

    private static TableDescription descriptionOf(String name, DynamoDbClient dynamoDb) {
        var table = dynamoDb.describeTable(request -> request.tableName(name)).table();
        var billing = table.billingModeSummary();
        var encryption = table.sseDescription();
        return new TableDescription(
                orEmpty(table.tableStatusAsString()),
                // Sent only of tables that were on demand at some time.
                billing == null
                        ? TableDescription.BillingMode.PROVISIONED
                        : new TableDescription.BillingMode(orEmpty(billing.billingModeAsString())),
                Boolean.TRUE.equals(table.deletionProtectionEnabled()),
                // Sent only where a key of KMS encrypts, or did until a change that is under way.
                encryption == null || encryption.sseTypeAsString() == null
                        ? TableDescription.Encryption.AWS_OWNED
                        : new TableDescription.Encryption(encryption.sseTypeAsString()),
                encryption == null
                        ? Optional.empty()
                        : Optional.ofNullable(encryption.kmsMasterKeyArn()).map(Arn::new),
                units(table, ProvisionedThroughputDescription::readCapacityUnits),
                units(table, ProvisionedThroughputDescription::writeCapacityUnits));
    }

    /** Of a table and its indexes; on demand AWS sends zeros. */
    private static long units(
            software.amazon.awssdk.services.dynamodb.model.TableDescription table,
            Function<ProvisionedThroughputDescription, @Nullable Long> kind) {
        return Stream.concat(
                        Stream.ofNullable(table.provisionedThroughput()),
                        table.globalSecondaryIndexes().stream()
                                .map(GlobalSecondaryIndexDescription::provisionedThroughput)
                                .filter(Objects::nonNull))
                .map(kind)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static boolean recoveryOf(String name, DynamoDbClient dynamoDb) {
        var recovery = dynamoDb.describeContinuousBackups(request -> request.tableName(name))
                .continuousBackupsDescription()
                .pointInTimeRecoveryDescription();
        return recovery != null && "ENABLED".equals(recovery.pointInTimeRecoveryStatusAsString());
    }

    private static Policy policyOf(Arn arn, DynamoDbClient dynamoDb) {
        return Answers.orIfAbsent(
                        () -> Optional.of(dynamoDb.getResourcePolicy(request -> request.resourceArn(arn.value()))
                                .policy()),
                        Optional.<String>empty(),
                        "PolicyNotFoundException")
                .map(Policies::parse)
                .orElse(Policy.NONE);
    }

    private static Map<String, String> tagsOf(Arn arn, DynamoDbClient dynamoDb) {
        Map<String, String> tags = new HashMap<>();
        String next = null;
        do {
            String token = next; // the SDK has no paginator for this operation
            var page = dynamoDb.listTagsOfResource(
                    request -> request.resourceArn(arn.value()).nextToken(token));
            page.tags().forEach(tag -> tags.put(tag.key(), orEmpty(tag.value())));
            next = page.nextToken();
        } while (next != null && !next.isEmpty());
        return Map.copyOf(tags);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
