package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionException;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.sts.StsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code aws-audit iam-policy} prints is enough, and each action of it is needed: shown by principals that have it,
 * or all of it but one action, in an account whose emulator enforces IAM.
 */
final class LeastPrivilegeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REGION = "us-east-1";

    /** The largest managed policy, without white space. */
    private static final int POLICY_CHARACTERS = 6_144;

    /** How many managed policies a role may have where nobody asked for more. */
    private static final int POLICIES_OF_A_ROLE = 10;

    /** What the emulator asks for in place of AWS's action, and why. */
    private record Instead(String action, String why) {}

    /** The operations for which moto does not ask for the action that AWS's service authorization reference names. */
    private static final Map<String, Instead> ASKS_FOR = Map.ofEntries(
            Map.entry(
                    "apigateway:GetDomainNames",
                    new Instead("apigateway:GetDomainNames", "takes the name of the operation")),
            Map.entry(
                    "apigateway:GetResources",
                    new Instead("apigateway:GetResources", "takes the name of the operation")),
            Map.entry(
                    "apigateway:GetRestApis", new Instead("apigateway:GetRestApis", "takes the name of the operation")),
            Map.entry("apigateway:GetStages", new Instead("apigateway:GetStages", "takes the name of the operation")),
            Map.entry("apigatewayv2:GetApis", new Instead("apigateway:GetApis", "takes the name of the operation")),
            Map.entry(
                    "apigatewayv2:GetIntegrations",
                    new Instead("apigateway:GetIntegrations", "takes the name of the operation")),
            Map.entry("apigatewayv2:GetRoutes", new Instead("apigateway:GetRoutes", "takes the name of the operation")),
            Map.entry("apigatewayv2:GetStages", new Instead("apigateway:GetStages", "takes the name of the operation")),
            Map.entry(
                    "batch:DescribeComputeEnvironments",
                    new Instead("batch:describecomputeenvironments", "takes what is in the path")),
            Map.entry(
                    "batch:DescribeJobDefinitions",
                    new Instead("batch:describejobdefinitions", "takes what is in the path")),
            Map.entry("batch:DescribeJobQueues", new Instead("batch:describejobqueues", "takes what is in the path")),
            Map.entry(
                    "batch:DescribeSchedulingPolicies",
                    new Instead("batch:describeschedulingpolicies", "takes what is in the path")),
            Map.entry(
                    "batch:ListSchedulingPolicies",
                    new Instead("batch:listschedulingpolicies", "takes what is in the path")),
            Map.entry(
                    "budgets:DescribeBudgetNotificationsForAccount",
                    new Instead("budgets:DescribeBudgetNotificationsForAccount", "takes the name of the operation")),
            Map.entry(
                    "budgets:DescribeBudgets",
                    new Instead("budgets:DescribeBudgets", "takes the name of the operation")),
            Map.entry(
                    "cloudwatch:DescribeAlarms",
                    new Instead("monitoring:DescribeAlarms", "takes the name under which the service signs")),
            Map.entry(
                    "cloudwatch:ListTagsForResource",
                    new Instead("monitoring:ListTagsForResource", "takes the name under which the service signs")),
            Map.entry(
                    "s3:GetBucketEncryption",
                    new Instead("s3:ListBucket", "takes what it does not know for a listing")),
            Map.entry(
                    "s3:GetBucketOwnershipControls",
                    new Instead("s3:ListBucket", "takes what it does not know for a listing")),
            Map.entry(
                    "s3:GetBucketReplication",
                    new Instead("s3:ListBucket", "takes what it does not know for a listing")),
            Map.entry(
                    "s3:GetObjectLockConfiguration",
                    new Instead("s3:ListBucket", "takes what it does not know for a listing")),
            Map.entry(
                    "s3:GetPublicAccessBlock",
                    new Instead("s3:ListBucket", "takes what it does not know for a listing")),
            Map.entry(
                    "s3:ListDirectoryBuckets",
                    new Instead("s3express:ListAllMyBuckets", "takes directory buckets for buckets")),
            Map.entry(
                    "s3control:GetPublicAccessBlock",
                    new Instead("s3:GetPublicAccessBlock", "takes the name of the operation")),
            Map.entry("ses:ListConfigurationSets", new Instead("ses:None", "knows a later path of the operation")),
            Map.entry("ses:ListEmailIdentities", new Instead("ses:None", "knows a later path of the operation")));

    /** Of these, what is asked only of what another of them has listed. */
    private static final Set<String> ASKED_OF_WHAT_IS_LISTED = Set.of(
            "apigateway:GetResources",
            "apigateway:GetStages",
            "apigatewayv2:GetIntegrations",
            "apigatewayv2:GetRoutes",
            "apigatewayv2:GetStages",
            "batch:DescribeSchedulingPolicies",
            "budgets:DescribeBudgetNotificationsForAccount",
            "cloudwatch:ListTagsForResource");

    /** The services that AWS authorizes by one action alone. */
    private static final Set<String> ONE_ACTION = Set.of("apigateway", "budgets");

    /** The operations that moto refuses to nobody, since it has not got them, or nothing to ask them of, and why; or their action. */
    private static final Map<String, String> REFUSES_TO_NOBODY = Map.ofEntries(
            Map.entry("access-analyzer:GetFindingsStatistics", "it has no Access Analyzer"),
            Map.entry("access-analyzer:ListAnalyzers", "it has no Access Analyzer"),
            Map.entry("account:GetContactInformation", "it does not know the operation"),
            Map.entry("backup:GetBackupVaultAccessPolicy", "it does not know the operation"),
            Map.entry("backup:ListProtectedResources", "it does not know the operation"),
            Map.entry("backup:ListRecoveryPointsByBackupVault", "it does not know the operation"),
            Map.entry("bedrock-agentcore:GetBrowser", "it cannot list browsers"),
            Map.entry("bedrock-agentcore:GetCodeInterpreter", "it cannot list code interpreters"),
            Map.entry("bedrock:GetGuardrail", "it cannot list guardrails"),
            Map.entry("bedrock:ListTagsForResource", "it cannot list guardrails"),
            Map.entry("bedrockagent:GetAgent", "the seeds make no agents"),
            Map.entry("bedrockagent:GetDataSource", "the seeds make no knowledge bases"),
            Map.entry("bedrockagent:ListDataSources", "the seeds make no knowledge bases"),
            Map.entry("bedrockagent:ListTagsForResource", "the seeds make no agents"),
            Map.entry("cloudformation:DescribeStackSet", "the seeds make no stack sets"),
            Map.entry("codebuild:BatchGetReportGroups", "it lists no report groups"),
            Map.entry("codecommit:ListAssociatedApprovalRuleTemplatesForRepository", "it cannot list repositories"),
            Map.entry("codecommit:ListTagsForResource", "it cannot list repositories"),
            Map.entry("codedeploy:BatchGetDeploymentGroups", "the seeds make no applications"),
            Map.entry("codedeploy:GetDeploymentConfig", "the seeds make no applications"),
            Map.entry("codedeploy:ListDeploymentGroups", "the seeds make no applications"),
            Map.entry("codedeploy:ListTagsForResource", "the seeds make no applications"),
            Map.entry("codepipeline:GetPipeline", "the seeds make no pipelines"),
            Map.entry("codepipeline:ListTagsForResource", "the seeds make no pipelines"),
            Map.entry("connect:DescribeInstanceAttribute", "it cannot list instances"),
            Map.entry("connect:ListTagsForResource", "it cannot list instances"),
            Map.entry("datasync:DescribeLocationObjectStorage", "the seeds make no such location"),
            Map.entry("elasticbeanstalk:DescribeConfigurationSettings", "the seeds make no environments"),
            Map.entry("elasticbeanstalk:DescribePlatformVersion", "the seeds make no environments"),
            Map.entry("elasticbeanstalk:ListTagsForResource", "the seeds make no environments"),
            Map.entry("elasticmapreduce:DescribeCluster", "the demonstration has no clusters"),
            Map.entry("elasticmapreduce:DescribeSecurityConfiguration", "it cannot list security configurations"),
            Map.entry("elasticmapreduce:GetAutoTerminationPolicy", "the demonstration has no clusters"),
            Map.entry("elasticmapreduce:ListInstances", "the demonstration has no clusters"),
            Map.entry("kafka:ListKafkaVersions", "the demonstration has no clusters of which it is asked"),
            Map.entry("lambda:GetAccountSettings", "it does not know the operation"),
            Map.entry("lambda:ListFunctionUrlConfigs", "it does not know the operation"),
            Map.entry("macie2:GetAdministratorAccount", "its Macie is never on"),
            Map.entry("macie2:GetAutomatedDiscoveryConfiguration", "its Macie is never on"),
            Map.entry("network-firewall:DescribeFirewallPolicy", "it cannot list firewall policies"),
            Map.entry("network-firewall:DescribeRuleGroup", "it cannot list rule groups"),
            Map.entry("quicksight:DescribeDashboardPermissions", "the seeds make no dashboards"),
            Map.entry("quicksight:ListTagsForResource", "the seeds make no dashboards"),
            Map.entry("quicksight:ListVPCConnections", "it does not know the operation"),
            Map.entry("resource-groups:ListGroupResources", "it does not know the operation"),
            Map.entry("s3express:GetLifecycleConfiguration", "the seeds make no directory buckets"),
            Map.entry("sagemaker:DescribeFeatureGroup", "it cannot list feature groups"),
            Map.entry("sagemaker:DescribeInferenceExperiment", "it cannot list inference experiments"),
            Map.entry("sagemaker:DescribeMonitoringSchedule", "it cannot list monitoring schedules"),
            Map.entry("securityhub:ListTagsForResource", "it does not know the path of a hub"),
            Map.entry("ses:GetConfigurationSet", "it cannot list configuration sets"),
            Map.entry("ses:GetContactList", "the demonstration has no contact lists"),
            Map.entry("ses:GetEmailIdentity", "it cannot list identities"),
            Map.entry("shield:DescribeDRTAccess", "it cannot say whether there is a subscription"),
            Map.entry("shield:DescribeEmergencyContactSettings", "it cannot say whether there is a subscription"),
            Map.entry("shield:DescribeSubscription", "it cannot say whether there is a subscription"),
            Map.entry("shield:ListTagsForResource", "it cannot say whether there is a subscription"),
            Map.entry("timestream:DescribeEndpoints", "its endpoint is given, so that the SDK asks for none"),
            Map.entry("transfer:ListTagsForResource", "it cannot list what has tags of its own"),
            Map.entry("workspaces:DescribeTags", "the seeds make no directories"),
            Map.entry("workspaces:DescribeWorkspacesConnectionStatus", "the seeds make no directories"),
            Map.entry("xray:GetEncryptionConfig", "it has no settings of X-Ray"),
            Map.entry("xray:GetGroups", "it has no settings of X-Ray"),
            Map.entry("xray:GetSamplingRules", "it has no settings of X-Ray"),
            Map.entry("xray:ListResourcePolicies", "it has no settings of X-Ray"),
            Map.entry("xray:ListTagsForResource", "it has no settings of X-Ray"));

    /** Has to be refused before anybody is allowed it: where there is a report, nobody has another one made. */
    private static final String MAKES_THE_REPORT = "iam:GenerateCredentialReport";

    /** Needed before the scan begins, so that there is no gap but an error; with regions named it is done without. */
    private static final String LISTS_REGIONS = "ec2:DescribeRegions";

    private static final CollectionPlan EVERYTHING = CollectionPlan.everything();

    /** So many actions are missing to one user, and no collector needs two of them. */
    private static final int AT_A_TIME = 6;

    private static final List<List<String>> MISSING = missing();

    @TempDir
    private static Path folder;

    private static AwsEmulator emulator;
    private static Path credentials;
    private static JsonNode printed;
    private static String account;
    private static Inventory withoutTheReport;

    @BeforeAll
    static void makePrincipals() throws IOException {
        Program.Run run = Program.in(folder).run("iam-policy");
        assertThat(run.exitCode()).as(run.err()).isZero();
        printed = JSON.readTree(run.out());
        emulator = Emulators.moto(); // no other one asks for permissions
        SeededAccount.DEMO.seed(emulator);
        account = emulator.client(StsClient.builder(), Region.US_EAST_1)
                .getCallerIdentity()
                .account();
        makeWhatTheSeedsLack();
        List<String> profiles = new ArrayList<>();
        profiles.add(user("may-do-all", Set.of("*")));
        profiles.add(user("as-declared", EVERYTHING.actions()));
        profiles.add(user("as-enforced", enforced(EVERYTHING.actions())));
        profiles.add(user("as-printed", enforced(actionsPrinted())));
        profiles.add(user("assumes", Set.of("sts:AssumeRole")));
        for (List<String> missing : MISSING) {
            Set<String> others = enforced(EVERYTHING.actions());
            others.removeAll(enforced(missing));
            profiles.add(user(without(missing), others));
        }
        role("auditor", "assumes", enforced(actionsPrinted()));
        credentials = Files.writeString(folder.resolve("credentials"), String.join("", profiles));
        System.setProperty("aws.sharedCredentialsFile", credentials.toString());
        enforceAfter("0");
        withoutTheReport = collect(without(List.of(MAKES_THE_REPORT)), planNeeding(List.of(MAKES_THE_REPORT)));
    }

    @AfterAll
    static void stop() {
        System.clearProperty("aws.sharedCredentialsFile");
        if (emulator != null) {
            enforceAfter("inf");
            emulator.close();
        }
    }

    @Test
    void thePolicyComesInPartsThatFitIntoTheManagedPoliciesOfARole() {
        List<String> actions = new ArrayList<>();
        int parts = printed.toString().length() / POLICY_CHARACTERS + 1;
        assertThat(parts).isLessThanOrEqualTo(POLICIES_OF_A_ROLE);
        for (int part = 1; part <= parts; part++) {
            Program.Run run = Program.in(folder).run("iam-policy", "--part", String.valueOf(part));
            assertThat(run.exitCode()).as(run.err()).isZero();
            JsonNode policy = JSON.readTree(run.out());
            assertThat(policy.toString()).hasSizeLessThanOrEqualTo(POLICY_CHARACTERS);
            policy.at("/Statement/0/Action").forEach(action -> actions.add(action.asString()));
        }
        assertThat(actions).isEqualTo(actionsPrinted());
        Program.Run beyond = Program.in(folder).run("iam-policy", "--part", String.valueOf(parts + 1));
        assertThat(beyond.exitCode()).isEqualTo(2);
        assertThat(beyond.err()).contains("There is no part %d: the policy has %d.".formatted(parts + 1, parts));
    }

    @Test
    void theProgramNeedsNoMoreThanItPrints() throws IOException {
        Path all = scan("may-do-all", "--profile", "may-do-all");
        Path user = scan("as-printed", "--profile", "as-printed");
        Path role = scan(
                "as-role", "--profile", "assumes", "--role-arn", "arn:aws:iam::%s:role/auditor".formatted(account));
        assertThat(Findings.of(all).lines()).hasSizeGreaterThan(1_000);
        for (Path scanned : List.of(user, role)) {
            assertThat(Findings.of(scanned).lines()).isEqualTo(Findings.of(all).lines());
            assertThat(Files.readString(scanned)).doesNotContain("\"denied\"");
        }
    }

    @Test
    void nothingIsDeniedToWhoMayDoWhatIsDeclared() {
        assertThat(denied(collect("as-enforced", EVERYTHING))).isEmpty();
    }

    @Test
    void theEmulatorAsksForOtherActionsOnlyWhereItIsKnownTo() {
        // Without one of the listings' action there is nothing that a detail could be asked of.
        assertThat(denied(collect("as-declared", EVERYTHING)).keySet())
                .isSubsetOf(ASKS_FOR.keySet())
                .containsAll(ASKS_FOR.keySet().stream()
                        .filter(operation -> !ASKED_OF_WHAT_IS_LISTED.contains(operation))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> anActionThatIsMissingIsAGapThatNamesIt() {
        return MISSING.stream()
                .filter(missing -> !missing.contains(LISTS_REGIONS))
                .map(missing -> dynamicTest(String.join(", ", missing), () -> {
                    Inventory inventory = missing.contains(MAKES_THE_REPORT)
                            ? withoutTheReport
                            : collect(without(missing), planNeeding(missing));
                    assertThat(denied(inventory)).isEqualTo(deniedWithout(missing));
                }));
    }

    /** The actions, a few at a time; alone those needed in a way of their own, or for one operation on two kinds of bucket. */
    private static List<List<String>> missing() {
        Set<String> alone = Set.of(
                MAKES_THE_REPORT, LISTS_REGIONS, "s3:GetLifecycleConfiguration", "s3express:GetLifecycleConfiguration");
        List<List<String>> missing = new ArrayList<>();
        alone.forEach(action -> missing.add(List.of(action)));
        missing.addAll(Apart.of(
                EVERYTHING.actions().stream()
                        .filter(action -> !alone.contains(action))
                        .toList(),
                LeastPrivilegeTest::collectorsNeeding,
                AT_A_TIME));
        return missing;
    }

    @Test
    void regionsThatMayNotBeListedHaveToBeNamed() {
        assertThatThrownBy(() -> connect(without(List.of(LISTS_REGIONS)), Set.of()))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("Grant ec2:DescribeRegions, or name them with --regions");
        assertThat(connect(without(List.of(LISTS_REGIONS)), Set.of(REGION)).regions())
                .containsExactly(REGION);
    }

    /** {@return what a lack of the actions is to leave unseen: the operations, each with the action that it needs} */
    private static Map<String, String> deniedWithout(List<String> actions) {
        Set<String> missing = enforced(actions);
        return planNeeding(actions).operations().stream()
                .filter(operation -> !REFUSES_TO_NOBODY.containsKey(operation.id()) && !NotEmulated.has(operation.id()))
                .filter(operation -> operation.actions().stream().noneMatch(REFUSES_TO_NOBODY::containsKey))
                .filter(operation -> enforcedFor(operation).anyMatch(missing::contains))
                // One action stands for all of such a service: without it nothing is listed that could be asked about.
                .filter(operation -> ONE_ACTION.stream().noneMatch(operation.service()::startsWith)
                        || !ASKED_OF_WHAT_IS_LISTED.contains(operation.id()))
                .collect(Collectors.toMap(Operation::id, LeastPrivilegeTest::named, (a, b) -> a, TreeMap::new));
    }

    /** Of several actions the emulator asks for the operation's own, and says so. */
    private static String named(Operation operation) {
        return operation.actions().contains(operation.id()) ? operation.id() : String.join(", ", operation.actions());
    }

    private static Map<String, String> denied(Inventory inventory) {
        return inventory.coverage().calls().stream()
                .flatMap(calls -> calls.refusals().stream())
                .map(Coverage.Refusal::gap)
                .filter(gap -> gap.cause() == Gap.Cause.DENIED)
                .collect(Collectors.toMap(
                        Gap::operation, gap -> gap.action().orElse("none"), (one, same) -> one, TreeMap::new));
    }

    /** {@return a plan with every collector that makes a call for which it needs one of the actions} */
    private static CollectionPlan planNeeding(List<String> actions) {
        return CollectionPlan.of(actions.stream()
                .flatMap(action -> collectorsNeeding(action).stream())
                .flatMap(collector -> collector.yields().stream())
                .collect(Collectors.toSet()));
    }

    private static Set<Collector<?>> collectorsNeeding(String action) {
        return EVERYTHING.collectors().stream()
                .filter(collector -> Stream.concat(
                                collector.listings().stream(),
                                collector.details().stream().map(Detail::operation))
                        .anyMatch(operation -> operation.actions().contains(action)))
                .collect(Collectors.toSet());
    }

    /** {@return what the emulator asks for where AWS asks for these actions} */
    private static Set<String> enforced(Collection<String> actions) {
        return EVERYTHING.operations().stream()
                .filter(operation -> operation.actions().stream().anyMatch(actions::contains))
                .flatMap(LeastPrivilegeTest::enforcedFor)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> enforcedFor(Operation operation) {
        Instead instead = ASKS_FOR.get(operation.id());
        return instead == null ? operation.actions().stream() : Stream.of(instead.action());
    }

    private static List<String> actionsPrinted() {
        return StreamSupport.stream(printed.at("/Statement/0/Action").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static String without(List<String> actions) {
        return "without-" + actions.get(0).replace(':', '-');
    }

    /** Makes a user, and returns a profile with its key. */
    private static String user(String name, Collection<String> actions) {
        IamClient iam = iam();
        iam.createUser(request -> request.userName(name));
        iam.putUserPolicy(
                request -> request.userName(name).policyName("allowed").policyDocument(policy(actions)));
        AccessKey key = iam.createAccessKey(request -> request.userName(name)).accessKey();
        return "[%s]%naws_access_key_id = %s%naws_secret_access_key = %s%n"
                .formatted(name, key.accessKeyId(), key.secretAccessKey());
    }

    private static void role(String name, String user, Collection<String> actions) {
        Map<String, Object> trust = Map.of(
                "Effect", "Allow",
                "Principal", Map.of("AWS", "arn:aws:iam::%s:user/%s".formatted(account, user)),
                "Action", "sts:AssumeRole");
        iam().createRole(request -> request.roleName(name).assumeRolePolicyDocument(document(trust)));
        iam().putRolePolicy(
                        request -> request.roleName(name).policyName("allowed").policyDocument(policy(actions)));
    }

    private static String policy(Collection<String> actions) {
        return document(Map.of("Effect", "Allow", "Action", List.copyOf(actions), "Resource", "*"));
    }

    private static String document(Map<String, Object> statement) {
        return JSON.writeValueAsString(Map.of("Version", "2012-10-17", "Statement", List.of(statement)));
    }

    private static IamClient iam() {
        return emulator.client(IamClient.builder(), Region.US_EAST_1);
    }

    /** Without one of its kind, a resource's own calls would not be made, and so not be refused. */
    private static void makeWhatTheSeedsLack() {
        IamClient iam = iam();
        iam.createVirtualMFADevice(request -> request.virtualMFADeviceName("spare"));
        iam.createSAMLProvider(request ->
                request.name("staff").samlMetadataDocument("<EntityDescriptor/>".repeat(60))); // 1,000 at least
        Ec2Client ec2 = emulator.client(Ec2Client.builder(), Region.US_EAST_1);
        String list = ec2.createManagedPrefixList(request -> request.prefixListName("offices")
                        .addressFamily("IPv4")
                        .maxEntries(5)
                        .entries(entry -> entry.cidr("192.0.2.0/24")))
                .prefixList()
                .prefixListId();
        String group = ec2.createSecurityGroup(
                        request -> request.groupName("offices").description("from our offices"))
                .groupId();
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(group)
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(443)
                        .toPort(443)
                        .prefixListIds(named -> named.prefixListId(list))
                        .build()));
    }

    private static Path scan(String name, String... options) {
        // An emulator that asks for permissions takes its time for each call, of which a scan makes hundreds at once
        // otherwise.
        List<String> arguments = new ArrayList<>(
                List.of("scan", "--regions", REGION, "--concurrency", "16", "--format", "json", "--output", name));
        arguments.addAll(List.of(options));
        Program.Run run = Program.in(folder, emulator)
                .with("AWS_SHARED_CREDENTIALS_FILE", credentials.toString())
                .run(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        return folder.resolve(name).resolve("findings.json");
    }

    private static Inventory collect(String profile, CollectionPlan plan) {
        return AccountCollection.collect(connect(profile, Set.of(REGION)), plan, Instant.now(), Progress.SILENT);
    }

    private static Connection connect(String profile, Set<String> regions) {
        return Connection.open(
                new ConnectionSettings(
                        Optional.of(profile),
                        Optional.of(emulator.endpoint()),
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        serial -> "",
                        8),
                regions);
    }

    /** Has the emulator ask for permissions once it has answered so many calls. */
    private static void enforceAfter(String calls) {
        HttpRequest request = HttpRequest.newBuilder(emulator.endpoint().resolve("/moto-api/reset-auth"))
                .POST(HttpRequest.BodyPublishers.ofString(calls))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertThat(status)
                    .as("what asks for permissions is " + emulator.description())
                    .isEqualTo(200);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
