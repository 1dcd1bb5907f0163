package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.SecurityGroup;
import io.awsaudit.inventory.ec2.Volume;
import io.awsaudit.inventory.iam.InlinePolicy;
import io.awsaudit.inventory.iam.ManagedPolicy;
import io.awsaudit.inventory.iam.Role;
import io.awsaudit.inventory.iam.User;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.s3.Bucket;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.proxy.AwsProxy;
import io.awsaudit.localstack.proxy.FaultPolicy;
import io.awsaudit.localstack.proxy.SmallPages;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A scan of several regions of a large account loses nothing and makes nothing up, in half a gigabyte of heap. */
final class LargeAccountTest {
    private static final int RESULTS_IN_SARIF = 25_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HEAP = "-Xmx512m";
    private static final Set<String> REGIONS =
            new TreeSet<>(Set.of("ap-southeast-2", "eu-central-1", "eu-west-1", "us-east-1", "us-west-2"));
    private static final int ITEMS_A_PAGE = 10;

    /** What moto cannot list, as localstack/README.md says, besides the services that it has nothing of. */
    private static final List<String> UNLISTED = List.of(
            "AWS::AccessAnalyzer::Analyzer",
            "AWS::Backup::ProtectedResource",
            "AWS::Bedrock::Guardrail",
            "AWS::Bedrock::ProvisionedModelThroughput",
            "AWS::BedrockAgentCore::BrowserCustom",
            "AWS::BedrockAgentCore::CodeInterpreterCustom",
            "AWS::CE::AnomalyMonitor",
            "AWS::CE::AnomalySubscription",
            "AWS::CodeBuild::ReportGroup",
            "AWS::CodeBuild::SourceCredential",
            "AWS::CodeCommit::Repository",
            "AWS::CodePipeline::Webhook",
            "AWS::Connect::Instance",
            "AWS::DMS::Certificate",
            "AWS::DMS::EventSubscription",
            "AWS::DataSync::Agent",
            "AWS::DirectConnect::VirtualInterface",
            "AWS::EC2::ClientVpnEndpoint",
            "AWS::ECS::CapacityProvider",
            "AWS::EMR::SecurityConfiguration",
            "AWS::Events::Endpoint",
            "AWS::Lambda::AccountSettings",
            "AWS::Macie::Session",
            "AWS::NetworkFirewall::FirewallPolicy",
            "AWS::NetworkFirewall::RuleGroup",
            "AWS::QuickSight::VPCConnection",
            "AWS::RDS::AccountQuota",
            "AWS::SES::ConfigurationSet",
            "AWS::SES::EmailIdentity",
            "AWS::SSM::AssociationCompliance",
            "AWS::SSM::ManagedInstance",
            "AWS::SSM::PatchCompliance",
            "AWS::SageMaker::AppImageConfig",
            "AWS::SageMaker::FeatureGroup",
            "AWS::SageMaker::Image",
            "AWS::SageMaker::InferenceExperiment",
            "AWS::SageMaker::MonitoringSchedule",
            "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
            "AWS::Shield::Subscription",
            "AWS::Transfer::Certificate",
            "AWS::Transfer::Profile",
            "AWS::Transfer::Workflow",
            "AWS::XRay::EncryptionConfig",
            "AWS::XRay::Group",
            "AWS::XRay::ResourcePolicy",
            "AWS::XRay::SamplingRule");

    /** What is made, by type, and the name of each kind. */
    private static final Map<Class<? extends Resource>, Integer> SEEDED = Map.of(
            Volume.class, LargeAccount.VOLUMES,
            User.class, LargeAccount.USERS,
            Role.class, LargeAccount.ROLES,
            Bucket.class, LargeAccount.BUCKETS,
            SecurityGroup.class, LargeAccount.GROUPS,
            ManagedPolicy.class, LargeAccount.MANAGED_POLICIES);

    private static final Map<Class<? extends Resource>, String> KINDS = Map.of(
            Volume.class, "volume",
            User.class, "user",
            Role.class, "role",
            Bucket.class, "bucket",
            SecurityGroup.class, "group",
            ManagedPolicy.class, "policy");

    @TempDir
    private static Path folder;

    private static AwsEmulator emulator;
    private static List<Region> regions;
    private static Map<Class<? extends Resource>, Long> before;
    private static Set<String> refusedByAnEmptyAccount;
    private static Inventory inventory;

    @BeforeAll
    static void scan() throws Exception {
        emulator = Emulators.empty();
        Connection connection = connect(emulator.endpoint());
        regions = connection.regions().stream().map(Region::of).toList();
        before = counted();
        refusedByAnEmptyAccount = refused(
                AccountCollection.collect(connection, CollectionPlan.everything(), Instant.now(), Progress.SILENT));
        Instant start = Instant.now();
        LargeAccount.seed(emulator, regions);
        Duration seeding = Duration.between(start, Instant.now());
        start = Instant.now();
        Program.Run run;
        Peak peak = Peak.ofPrograms();
        try (peak) {
            run = Program.in(folder, emulator)
                    .with("AWS_AUDIT_OPTS", HEAP)
                    .with("CI", "true") // so that no archive of classes is written, whose making takes memory too
                    .run(
                            "scan",
                            "-v",
                            "--regions",
                            String.join(",", REGIONS),
                            "--snapshot",
                            "large.snapshot",
                            "--format",
                            "json,sarif,html",
                            "--output",
                            "reports");
        }
        Duration scan = Duration.between(start, Instant.now());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        inventory = Snapshot.read(folder.resolve("large.snapshot"));
        System.out.printf(
                "Large account: %,d resources in %d regions, seeded in %.1f s; scanned in %.1f s with %,d calls, %s, peak %s%n%s%n",
                inventory.resources().size(),
                regions.size(),
                seeding.toMillis() / 1e3,
                scan.toMillis() / 1e3,
                inventory.coverage().answered(),
                HEAP,
                peak.words(),
                run.err()
                        .lines()
                        .filter(line -> line.matches("(Collected|Judged).*"))
                        .collect(Collectors.joining("\n")));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void asManyAreFoundAsThereAre() {
        Map<Class<? extends Resource>, Long> found = new HashMap<>();
        inventory.resources().stream()
                .filter(resource -> SEEDED.containsKey(resource.getClass()))
                .forEach(resource -> found.merge(resource.getClass(), 1L, Long::sum));
        assertThat(found).isEqualTo(counted());
        SEEDED.forEach((type, count) ->
                assertThat(found.get(type)).as(type.getSimpleName()).isEqualTo(before.get(type) + count));
    }

    @Test
    void everyOneIsFoundByItsName() {
        SEEDED.forEach((type, count) -> {
            Set<String> missing = IntStream.range(0, count)
                    .mapToObj(number -> LargeAccount.name(KINDS.get(type), number))
                    .collect(Collectors.toCollection(TreeSet::new));
            resources(type).forEach(resource -> missing.remove(resource.name()));
            assertThat(missing).as(type.getSimpleName()).isEmpty();
        });
    }

    @Test
    void nothingIsUnseenButWhatTheEmulatorDoesNotAnswerInAnEmptyAccount() {
        assertThat(refused(inventory)).isEqualTo(refusedByAnEmptyAccount);
        assertThat(inventory.coverage().listings().stream()
                        .filter(listing -> listing.gap().isPresent())
                        .map(Coverage.Listing::type)
                        .distinct())
                .containsExactlyElementsOf(Stream.concat(UNLISTED.stream(), NotEmulated.types())
                        .sorted()
                        .toList());
    }

    @Test
    void everyOneHasOneVerdictOfEachCheckOfItsType() throws IOException {
        Map<String, Set<String>> checks = new HashMap<>();
        for (Check check : Catalog.builtIn().checks()) {
            checks.computeIfAbsent(check.resourceType(), type -> new TreeSet<>())
                    .add(check.id());
        }
        Map<String, List<String>> verdicts = new HashMap<>();
        findings(finding -> verdicts.computeIfAbsent(finding.at("/resource/arn").asString(), arn -> new ArrayList<>())
                .add(finding.path("checkId").asString()));
        List<String> wrong = inventory.resources().stream()
                .filter(resource -> SEEDED.containsKey(resource.getClass()))
                .filter(resource -> !verdicts.getOrDefault(resource.arn().value(), List.of()).stream()
                        .sorted()
                        .toList()
                        .equals(List.copyOf(checks.getOrDefault(resource.type(), Set.of()))))
                .map(Resource::name)
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatFailsIsWhatWasMadeToFail() throws IOException {
        Map<String, Map<String, String>> failed = new HashMap<>();
        findings(finding -> {
            String name = finding.at("/resource/name").asString();
            if (finding.path("status").asString().equals("FAIL") && name.startsWith("large-")) {
                failed.computeIfAbsent(finding.path("checkId").asString(), check -> new TreeMap<>())
                        .put(name, finding.at("/evidence/0/seen").asString());
            }
        });
        assertThat(failed.get("ec2-volume-encrypted")).isEqualTo(each("volume", LargeAccount.VOLUMES, false, "false"));
        assertThat(failed.get("ec2-security-group-high-risk-ports-closed"))
                .isEqualTo(
                        each(
                                "group",
                                LargeAccount.GROUPS,
                                true,
                                "tcp 20 from 0.0.0.0/0, tcp 21 from 0.0.0.0/0, tcp 22 from 0.0.0.0/0, tcp 23 from 0.0.0.0/0, tcp 25 from 0.0.0.0/0"));
        assertThat(failed.get("iam-user-policies-through-groups-only"))
                .isEqualTo(each("user", LargeAccount.USERS, true, "most"));
    }

    @Test
    void rulesAndTheLargestPoliciesAreReadWhole() {
        assertThat(resources(SecurityGroup.class).filter(group -> group.name().startsWith("large-")))
                .allSatisfy(group -> assertThat(group.ingress()).hasSize(LargeAccount.RULES));
        Map<String, Resource> byName = inventory.resources().stream()
                .filter(resource -> resource.name().startsWith("large-"))
                .collect(Collectors.toMap(Resource::name, resource -> resource));
        IntStream.range(0, LargeAccount.MANAGED_POLICIES).forEach(number -> {
            ManagedPolicy policy = (ManagedPolicy) byName.get(LargeAccount.name("policy", number));
            assertThat(statements(known(policy.document())))
                    .isEqualTo(LargeAccount.statements(LargeAccount.managed(number)));
        });
        IntStream.range(0, LargeAccount.ROLES).forEach(number -> {
            Role role = (Role) byName.get(LargeAccount.name("role", number));
            assertThat(statements(known(role.trustPolicy())))
                    .isEqualTo(LargeAccount.statements(LargeAccount.trust(number)));
            assertThat(statements(role.inlinePolicies()))
                    .isEqualTo(
                            LargeAccount.isSpecial(number)
                                    ? LargeAccount.statements(LargeAccount.rolePolicy(number))
                                    : List.of());
        });
        IntStream.range(0, LargeAccount.USERS).forEach(number -> {
            User user = (User) byName.get(LargeAccount.name("user", number));
            assertThat(statements(user.inlinePolicies()))
                    .isEqualTo(
                            LargeAccount.isSpecial(number)
                                    ? LargeAccount.statements(LargeAccount.userPolicy(number))
                                    : List.of());
        });
        IntStream.range(0, LargeAccount.BUCKETS).forEach(number -> {
            Bucket bucket = (Bucket) byName.get(LargeAccount.name("bucket", number));
            assertThat(statements(known(bucket.policy())))
                    .isEqualTo(
                            LargeAccount.isSpecial(number)
                                    ? LargeAccount.statements(LargeAccount.bucketPolicy(number))
                                    : List.of());
        });
    }

    @Test
    void theReportsTellTheSame() throws IOException {
        Map<String, Integer> verdicts = new HashMap<>();
        Set<String> failing = new TreeSet<>();
        findings(finding -> {
            verdicts.merge(finding.path("status").asString(), 1, Integer::sum);
            String name = finding.at("/resource/name").asString();
            if (finding.path("status").asString().equals("FAIL") && name.startsWith("large-")) {
                failing.add(name);
            }
        });
        Map<String, Integer> results = new HashMap<>();
        elements(
                folder.resolve("reports/findings.sarif"),
                "results",
                result -> results.merge(result.path("kind").asString(), 1, Integer::sum));
        int all = verdicts.get("FAIL") + verdicts.get("UNKNOWN");
        // As many as GitHub takes in a run: what is undecided gives way to what fails, and the rest is counted.
        assertThat(results).isEqualTo(Map.of("fail", RESULTS_IN_SARIF));
        List<String> notifications = new ArrayList<>();
        elements(
                folder.resolve("reports/findings.sarif"),
                "toolExecutionNotifications",
                notification ->
                        notifications.add(notification.at("/message/text").asString()));
        assertThat(notifications)
                .anyMatch(text -> text.startsWith(String.format(
                        Locale.ROOT, "%,d of %,d results are not in this file", all - RESULTS_IN_SARIF, all)));
        Set<String> shown = Pattern.compile("large-[a-z]+-\\d{4}")
                .matcher(ReportPage.of(folder.resolve("reports/report.html")).text())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).containsAll(failing);
        assertThat(failing).hasSizeGreaterThan(LargeAccount.VOLUMES + LargeAccount.USERS + LargeAccount.BUCKETS);
    }

    @Test
    void listingsInPagesAreReadToTheEnd() {
        SmallPages pages = new SmallPages(ITEMS_A_PAGE);
        try (AwsProxy proxy = AwsProxy.of(emulator)) {
            proxy.inject(FaultPolicy.where(SmallPages::isListing, pages));
            CollectionPlan listings = CollectionPlan.of(
                    CollectionPlan.everything().collectors().stream()
                            .flatMap(collector -> collector.yields().stream())
                            .toList(),
                    Set.of());
            Inventory paged =
                    AccountCollection.collect(connect(proxy.endpoint()), listings, Instant.now(), Progress.SILENT);
            assertThat(keys(paged)).isEqualTo(keys(inventory));
            assertThat(pages.furtherPages()).isGreaterThan(1_000);
        }
    }

    private static Map<String, String> each(String kind, int count, boolean special, String seen) {
        return IntStream.range(0, count)
                .filter(number -> LargeAccount.isSpecial(number) == special)
                .boxed()
                .collect(Collectors.toMap(number -> LargeAccount.name(kind, number), number -> seen));
    }

    private static List<String> statements(Observed<List<InlinePolicy>> policies) {
        return known(policies).stream()
                .flatMap(policy -> statements(policy.document()).stream())
                .toList();
    }

    private static List<String> statements(Policy policy) {
        return policy.statements().stream()
                .map(statement -> statement.sid().orElse(""))
                .toList();
    }

    private static <T> T known(Observed<T> setting) {
        assertThat(setting).isInstanceOf(Observed.Known.class);
        return ((Observed.Known<T>) setting).value();
    }

    private static List<String> keys(Inventory inventory) {
        return inventory.resources().stream()
                .map(resource -> resource.type() + " " + resource.arn())
                .toList();
    }

    private static <R extends Resource> Stream<R> resources(Class<R> type) {
        return inventory.resources().stream().filter(type::isInstance).map(type::cast);
    }

    /** {@return the operations that got no answer, and why} */
    private static Set<String> refused(Inventory inventory) {
        return inventory.coverage().calls().stream()
                .flatMap(calls -> calls.refusals().stream())
                .map(refusal -> refusal.gap().operation() + " " + refusal.gap().cause())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Asks the emulator itself how many there are, its own included. */
    private static Map<Class<? extends Resource>, Long> counted() {
        IamClient iam = emulator.client(IamClient.builder(), Region.US_EAST_1);
        long volumes = 0;
        long groups = 0;
        for (Region region : regions) {
            Ec2Client ec2 = emulator.client(Ec2Client.builder(), region);
            volumes += ec2.describeVolumesPaginator().volumes().stream().count();
            groups += ec2.describeSecurityGroupsPaginator().securityGroups().stream()
                    .count();
        }
        return Map.of(
                Volume.class,
                volumes,
                SecurityGroup.class,
                groups,
                User.class,
                iam.listUsersPaginator().users().stream().count(),
                Role.class,
                iam.listRolesPaginator().roles().stream().count(),
                ManagedPolicy.class,
                iam.listPoliciesPaginator(request -> request.scope(PolicyScopeType.LOCAL)).policies().stream()
                        .count(),
                Bucket.class,
                (long) emulator.client(S3Client.builder(), Region.US_EAST_1)
                        .listBuckets()
                        .buckets()
                        .size());
    }

    private static Connection connect(URI endpoint) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        return Connection.open(
                new ConnectionSettings(
                        Optional.empty(),
                        Optional.of(endpoint),
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        serial -> "",
                        16),
                REGIONS);
    }

    private static void findings(Consumer<JsonNode> reader) throws IOException {
        elements(folder.resolve("reports/findings.json"), "findings", reader);
    }

    /** Reads the elements of the outermost array of that name, one after another. */
    private static void elements(Path file, String array, Consumer<JsonNode> reader) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = JSON.createParser(in)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && json.currentName().equals(array)) {
                    if (json.nextToken() == JsonToken.START_ARRAY) {
                        while (json.nextToken() == JsonToken.START_OBJECT) {
                            reader.accept(json.readValueAsTree());
                        }
                    }
                }
            }
        }
    }
}
