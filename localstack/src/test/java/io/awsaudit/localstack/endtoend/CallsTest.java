package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Frequency;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.cloudwatch.Alarm;
import io.awsaudit.inventory.cloudwatchlogs.LogGroup;
import io.awsaudit.inventory.dynamodb.Table;
import io.awsaudit.inventory.ecr.Repository;
import io.awsaudit.inventory.iam.ManagedPolicy;
import io.awsaudit.inventory.kms.Key;
import io.awsaudit.inventory.s3.Bucket;
import io.awsaudit.inventory.secretsmanager.Secret;
import io.awsaudit.inventory.sns.Topic;
import io.awsaudit.inventory.sqs.Queue;
import io.awsaudit.inventory.ssm.Parameter;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.proxy.AwsProxy;
import io.awsaudit.localstack.proxy.Call;
import io.awsaudit.localstack.seed.SeededAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * The calls that scans make are those of {@code docs/calls.md}: of an account, of the same account with twice as much in it, and
 * of the demonstration.
 */
final class CallsTest {
    private static final Region FULL = Region.US_EAST_1;
    private static final Region EMPTY = Region.EU_WEST_1;

    /** Of most types; of those whose calls are for several at a time there are so many that twice as many take more of them. */
    private static final int FEW = 3;

    private static final int MANY = 30;

    /** A policy that grants nothing. */
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    /** What is made of each type, the first time and the second. */
    private static final Map<Class<? extends Resource>, Integer> GROWTH = Map.ofEntries(
            Map.entry(Alarm.class, FEW),
            Map.entry(Bucket.class, FEW),
            Map.entry(Key.class, FEW),
            Map.entry(LogGroup.class, MANY),
            Map.entry(ManagedPolicy.class, FEW),
            Map.entry(Parameter.class, MANY),
            Map.entry(Queue.class, FEW),
            Map.entry(Repository.class, FEW),
            Map.entry(Secret.class, FEW),
            Map.entry(Table.class, FEW),
            Map.entry(Topic.class, FEW));

    /** The rules of the default event bus, and the permission sets of the instance that moto has in each region. */
    private static final Set<String> LISTED_WITHIN_DEFAULTS = Set.of("events:ListRules", "sso:ListPermissionSets");

    /** Asked again until there is a report. */
    private static final Set<String> UNTIL_READY = Set.of("iam:GetCredentialReport", "iam:GenerateCredentialReport");

    /** A scan, and the calls that it made. */
    private record Counted(Inventory inventory, List<Call> calls) {
        long of(String operation) {
            return calls.stream()
                    .filter(call -> call.operation().equals(operation))
                    .count();
        }

        Map<String, Long> in(Region region) {
            return calls.stream()
                    .filter(call -> call.region().equals(region.id()))
                    .collect(Collectors.groupingBy(Call::operation, TreeMap::new, Collectors.counting()));
        }

        long found(Class<? extends Resource> type) {
            return inventory.resources().stream().filter(type::isInstance).count();
        }

        /** {@return what got no answer, which is asked for less often than it would be} */
        Set<String> refused() {
            return Stream.concat(
                            inventory.coverage().calls().stream()
                                    .filter(calls -> !calls.refusals().isEmpty())
                                    .map(io.awsaudit.inventory.Coverage.Calls::operation),
                            inventory.coverage().listings().stream()
                                    .flatMap(listing -> listing.gap().stream())
                                    .map(io.awsaudit.inventory.Gap::operation))
                    .collect(Collectors.toSet());
        }
    }

    private static AwsEmulator emulator;
    private static AwsProxy proxy;
    private static Counted once;
    private static Counted twice;
    private static Counted demonstration;

    @BeforeAll
    static void scan() {
        emulator = Emulators.empty();
        proxy = AwsProxy.of(emulator);
        seed(0);
        once = scan(proxy, CollectionPlan.everything());
        seed(1);
        twice = scan(proxy, CollectionPlan.everything());
        try (AwsProxy another = AwsProxy.of(Emulators.with(SeededAccount.DEMO))) {
            demonstration = scan(another, CollectionPlan.everything());
        }
    }

    @AfterAll
    static void stop() {
        proxy.close();
        emulator.close();
    }

    private static Counted scan(AwsProxy proxy, CollectionPlan plan) {
        proxy.forgetCalls();
        Inventory inventory = AccountCollection.collect(
                new ProxiedAccount(proxy).open(Set.of(FULL.id(), EMPTY.id())), plan, Instant.now(), Progress.SILENT);
        return new Counted(
                inventory, proxy.calls().stream().map(AwsProxy.Made::call).toList());
    }

    @TestFactory
    Stream<DynamicTest> eachOperationIsCalledAsOftenAsTheTableSays() {
        return Stream.of(Map.entry("once", once), Map.entry("twice", twice), Map.entry("demonstration", demonstration))
                .map(scan -> DynamicTest.dynamicTest(scan.getKey(), () -> assertThatItIsExpected(scan.getValue())));
    }

    private static void assertThatItIsExpected(Counted scan) {
        Set<String> refused = scan.refused();
        List<String> wrong = new ArrayList<>();
        Map<String, ExpectedCalls.Range> expected = new ExpectedCalls(scan.inventory()).byOperation();
        expected.forEach((operation, range) -> {
            long calls = scan.of(operation);
            boolean isRight = refused.contains(operation) ? calls <= range.most() : range.has(calls);
            if (!isRight && !UNTIL_READY.contains(operation)) {
                wrong.add(operation + ": " + calls + ", not " + range);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> twiceAsManyTakeTwiceTheCallsForTheirSettings() {
        return GROWTH.keySet().stream()
                .sorted(java.util.Comparator.comparing(Class::getName))
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> assertThatItGrows(type)));
    }

    private static void assertThatItGrows(Class<? extends Resource> type) {
        int growth = GROWTH.get(type);
        assertThat(twice.found(type)).isEqualTo(once.found(type) + growth);
        Collector<?> collector = CollectionPlan.of(List.of(type)).collectors().get(0);
        for (Detail detail : collector.details()) {
            Frequency frequency = detail.frequency();
            if (frequency.where().isEmpty()) {
                assertThat(twice.of(detail.operation().id())
                                - once.of(detail.operation().id()))
                        .as(detail.toString())
                        .isEqualTo(growth / frequency.size());
            }
        }
    }

    @Test
    void aPageMoreTakesACallMore() {
        assertThat(once.in(FULL)).containsEntry("logs:DescribeLogGroups", 1L);
        assertThat(twice.in(FULL)).containsEntry("logs:DescribeLogGroups", 2L);
    }

    @Test
    void whereThereIsNothingEachListingCostsOneCallAndSettingsOfNothingNone() {
        Map<String, Long> expected = new TreeMap<>();
        Set<String> shared = new HashSet<>();
        CollectionPlan.everything().collectors().stream()
                .filter(collector -> collector.scope() == Collector.Scope.REGIONAL)
                .flatMap(collector -> collector.listings().stream())
                .filter(operation -> operation.listing().unit() == Frequency.Unit.PAGE
                        && operation.listing().per().isEmpty()
                        && operation.listing().where().isEmpty())
                .filter(operation -> !operation.listing().shared() || shared.add(operation.id()))
                .forEach(operation -> expected.merge(operation.id(), 1L, Long::sum));
        expected.put("s3:ListBuckets", 1L); // the account's buckets that are there, which this emulator is asked for
        Map<String, Long> calls = new TreeMap<>(once.in(EMPTY));
        // What is there always: settings of the region, the default parameters of a service, and what a default holds.
        calls.keySet().removeAll(LISTED_WITHIN_DEFAULTS);
        calls.keySet().removeAll(settingsOf(once.inventory(), EMPTY));
        expected.keySet().removeAll(settingsOf(once.inventory(), EMPTY));
        assertThat(new HashSet<>(calls.entrySet())).isEqualTo(expected.entrySet());
    }

    /** {@return the operations for settings of what there is in a region} */
    private static Set<String> settingsOf(Inventory inventory, Region region) {
        Set<Class<?>> types = inventory.resources().stream()
                .filter(resource -> resource.region().equals(region.id()))
                .map(Object::getClass)
                .collect(Collectors.toSet());
        return CollectionPlan.everything().collectors().stream()
                .flatMap(collector -> collector.details().stream())
                .filter(detail -> types.contains(detail.type()))
                .map(detail -> detail.operation().id())
                .collect(Collectors.toSet());
    }

    @Test
    void pagesAreAskedToBeAsLargeAsTheTableSays() {
        Map<String, Integer> sizes = CollectionPlan.everything().collectors().stream()
                .flatMap(collector -> collector.listings().stream())
                .filter(operation -> operation.listing().asked())
                .collect(Collectors.toMap(
                        Operation::id, operation -> operation.listing().size(), (one, other) -> one));
        Map<String, List<Call>> calls = Stream.of(twice, demonstration)
                .flatMap(scan -> scan.calls().stream())
                .filter(call -> sizes.containsKey(call.operation()))
                .collect(Collectors.groupingBy(Call::operation));
        assertThat(calls).hasSizeGreaterThan(sizes.size() * 9 / 10);
        calls.forEach((operation, made) -> {
            Pattern size = Pattern.compile("(?i)(max|limit|size)[a-z-]*\"?[=:]" + sizes.get(operation) + "\\b");
            assertThat(made)
                    .as(operation)
                    .allMatch(call ->
                            size.matcher(call.target() + " " + call.body()).find());
        });
    }

    @Test
    void settingsThatNobodyReadsAreNotCalledFor() {
        Set<String> listings = CollectionPlan.everything().collectors().stream()
                .flatMap(collector -> collector.listings().stream())
                .map(Operation::id)
                .collect(Collectors.toSet());
        CollectionPlan nothingButListings = CollectionPlan.of(
                CollectionPlan.everything().collectors().stream()
                        .flatMap(collector -> collector.yields().stream())
                        .toList(),
                Set.of());
        assertThat(scan(proxy, nothingButListings).calls())
                .extracting(Call::operation)
                .filteredOn(operation ->
                        !operation.equals("sts:GetCallerIdentity") && !operation.equals("ec2:DescribeRegions"))
                .isSubsetOf(listings);
    }

    /** Makes the resources of one round. */
    private static void seed(int round) {
        each(round, FEW, number -> {
            client(CloudWatchClient.builder())
                    .putMetricAlarm(request -> request.alarmName("alarm-" + number)
                            .namespace("N")
                            .metricName("m")
                            .period(60)
                            .evaluationPeriods(1)
                            .threshold(1.0)
                            .statistic(Statistic.SUM)
                            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
            client(S3Client.builder()).createBucket(request -> request.bucket("bucket-" + number));
            client(KmsClient.builder()).createKey(request -> {});
            client(IamClient.builder())
                    .createPolicy(
                            request -> request.policyName("policy-" + number).policyDocument(POLICY));
            client(SqsClient.builder()).createQueue(request -> request.queueName("queue-" + number));
            client(EcrClient.builder()).createRepository(request -> request.repositoryName("repository-" + number));
            client(SecretsManagerClient.builder())
                    .createSecret(request -> request.name("secret-" + number).secretString("s"));
            client(DynamoDbClient.builder())
                    .createTable(request -> request.tableName("table-" + number)
                            .billingMode(BillingMode.PAY_PER_REQUEST)
                            .keySchema(key -> key.attributeName("id").keyType(KeyType.HASH))
                            .attributeDefinitions(id -> id.attributeName("id").attributeType(ScalarAttributeType.S)));
            client(SnsClient.builder()).createTopic(request -> request.name("topic-" + number));
        });
        each(round, MANY, number -> {
            client(CloudWatchLogsClient.builder()).createLogGroup(request -> request.logGroupName("group-" + number));
            client(SsmClient.builder())
                    .putParameter(request ->
                            request.name("parameter-" + number).value("v").type(ParameterType.STRING));
        });
    }

    private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkClient> C client(
            B builder) {
        return emulator.client(builder, FULL);
    }

    private static void each(int round, int count, java.util.function.IntConsumer make) {
        IntStream.range(round * count, (round + 1) * count).forEach(make);
    }
}
