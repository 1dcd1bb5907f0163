package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Operation;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.proxy.AwsProxy;
import io.awsaudit.localstack.seed.SeededAccount;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;

/** What the packaged program asks of AWS, by the log of what stands in between. */
final class ReadOnlyTest {
    /** What is asked only of what the emulator cannot list, and why; CannedAws tests these calls. */
    private static final Map<String, String> NEVER_CALLED = Map.ofEntries(
            Map.entry("access-analyzer:GetFindingsStatistics", "moto has no Access Analyzer"),
            Map.entry("bedrock-agentcore:GetBrowser", "moto has no tools of AgentCore"),
            Map.entry("bedrock-agentcore:GetCodeInterpreter", "moto has no tools of AgentCore"),
            Map.entry("bedrock:GetGuardrail", "moto has no guardrails"),
            Map.entry("bedrock:ListTagsForResource", "moto lists no provisioned throughput"),
            Map.entry("bedrockagent:GetAgent", "moto sends times of agents that cannot be read"),
            Map.entry("bedrockagent:GetDataSource", "moto sends times of knowledge bases that cannot be read"),
            Map.entry("bedrockagent:ListDataSources", "moto sends times of knowledge bases that cannot be read"),
            Map.entry("bedrockagent:ListTagsForResource", "moto sends times of agents that cannot be read"),
            Map.entry("cloudformation:DescribeStackSet", "moto's CloudFormation is not installed"),
            Map.entry("codebuild:BatchGetReportGroups", "moto lists no report groups"),
            Map.entry("codecommit:ListAssociatedApprovalRuleTemplatesForRepository", "moto cannot list repositories"),
            Map.entry("codecommit:ListTagsForResource", "moto cannot list repositories"),
            Map.entry(
                    "codedeploy:BatchGetDeploymentGroups",
                    "moto cannot tell of deployment groups, so that no application is seeded"),
            Map.entry(
                    "codedeploy:GetDeploymentConfig",
                    "moto cannot tell of deployment groups, so that no application is seeded"),
            Map.entry(
                    "codedeploy:ListDeploymentGroups",
                    "moto cannot tell of deployment groups, so that no application is seeded"),
            Map.entry(
                    "codedeploy:ListTagsForResource",
                    "moto cannot tell of deployment groups, so that no application is seeded"),
            Map.entry("codepipeline:GetPipeline", "moto sends times of pipelines that cannot be read"),
            Map.entry("codepipeline:ListTagsForResource", "moto sends times of pipelines that cannot be read"),
            Map.entry(
                    "connect:DescribeInstanceAttribute",
                    "moto cannot tell of attributes, so that no instance is seeded"),
            Map.entry("connect:ListTagsForResource", "moto cannot tell of attributes, so that no instance is seeded"),
            Map.entry("datasync:DescribeLocationObjectStorage", "moto has no object stores of DataSync"),
            Map.entry(
                    "elasticbeanstalk:DescribeConfigurationSettings",
                    "moto cannot tell of settings, so that no environment is seeded"),
            Map.entry(
                    "elasticbeanstalk:DescribePlatformVersion",
                    "moto cannot tell of settings, so that no environment is seeded"),
            Map.entry(
                    "elasticbeanstalk:ListTagsForResource",
                    "moto cannot tell of settings, so that no environment is seeded"),
            Map.entry(
                    "elasticmapreduce:DescribeCluster",
                    "moto's clusters are in all regions at once, so that none is seeded"),
            Map.entry("elasticmapreduce:DescribeSecurityConfiguration", "moto cannot list security configurations"),
            Map.entry(
                    "elasticmapreduce:GetAutoTerminationPolicy",
                    "moto's clusters are in all regions at once, so that none is seeded"),
            Map.entry(
                    "elasticmapreduce:ListInstances",
                    "moto's clusters are in all regions at once, so that none is seeded"),
            Map.entry("kafka:ListKafkaVersions", "moto sends times of MSK clusters that cannot be read"),
            Map.entry("macie2:GetAdministratorAccount", "moto's Macie is never on, or sends times that cannot be read"),
            Map.entry(
                    "macie2:GetAutomatedDiscoveryConfiguration",
                    "moto's Macie is never on, or sends times that cannot be read"),
            Map.entry("network-firewall:DescribeFirewallPolicy", "moto lists no policies"),
            Map.entry("network-firewall:DescribeRuleGroup", "moto lists no rule groups"),
            Map.entry("quicksight:DescribeDashboardPermissions", "moto sends times of dashboards that cannot be read"),
            Map.entry(
                    "quicksight:ListTagsForResource",
                    "moto sends times of dashboards and data sources that cannot be read"),
            Map.entry("sagemaker:DescribeFeatureGroup", "moto cannot list feature groups"),
            Map.entry("sagemaker:DescribeInferenceExperiment", "moto cannot list experiments"),
            Map.entry("sagemaker:DescribeMonitoringSchedule", "moto cannot list schedules"),
            Map.entry("ses:GetConfigurationSet", "moto cannot list configuration sets"),
            Map.entry("ses:GetContactList", "moto sends times of contact lists that cannot be read"),
            Map.entry("ses:GetEmailIdentity", "moto cannot list identities"),
            Map.entry("shield:DescribeDRTAccess", "moto cannot say whether there is a subscription"),
            Map.entry("shield:DescribeEmergencyContactSettings", "moto cannot say whether there is a subscription"),
            Map.entry("shield:DescribeSubscription", "moto cannot say whether there is a subscription"),
            Map.entry("shield:ListTagsForResource", "moto cannot say whether there is a subscription"),
            Map.entry(
                    "timestream:DescribeEndpoints", "the emulator's endpoint is given, so that the SDK asks for none"),
            Map.entry(
                    "transfer:ListTagsForResource",
                    "moto lists of Transfer servers and connectors alone, which tell their tags"),
            Map.entry("workspaces:DescribeIpGroups", "no seeded account has a directory"),
            Map.entry("workspaces:DescribeTags", "no seeded account has a directory"),
            Map.entry("workspaces:DescribeWorkspaces", "no seeded account has a directory"),
            Map.entry("workspaces:DescribeWorkspacesConnectionStatus", "no seeded account has a directory"),
            Map.entry("xray:GetEncryptionConfig", "moto has no settings of X-Ray, and so lists nothing to ask of"),
            Map.entry("xray:ListTagsForResource", "moto has no settings of X-Ray, and so lists nothing to ask of"));

    @TempDir
    private static Path folder;

    private static Set<String> called;

    @BeforeAll
    static void collect() {
        try (AwsEmulator emulator = Emulators.empty()) {
            SeededAccount.DEMO.seed(emulator);
            giveOccasionForTheRest(emulator);
            try (AwsProxy proxy = AwsProxy.of(emulator)) {
                Program.Run run = Program.in(folder, proxy.environment())
                        .run("collect", "--regions", "us-east-1,eu-west-1", "--snapshot", "account.snapshot");
                assertThat(run.exitCode()).as(run.err()).isZero();
                called = proxy.operationsCalled();
            }
        }
    }

    /** What no seeded account has: a rule for a prefix list, and a SAML provider. */
    private static void giveOccasionForTheRest(AwsEmulator emulator) {
        Ec2Client ec2 = emulator.client(Ec2Client.builder(), Region.US_EAST_1);
        String list = ec2.createManagedPrefixList(request -> request.prefixListName("offices")
                        .addressFamily("IPv4")
                        .maxEntries(1)
                        .entries(entry -> entry.cidr("192.0.2.0/24")))
                .prefixList()
                .prefixListId();
        String group = ec2.createSecurityGroup(
                        request -> request.groupName("for-offices").description("of a prefix list"))
                .groupId();
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(group)
                .ipPermissions(rule -> rule.ipProtocol("tcp")
                        .fromPort(443)
                        .toPort(443)
                        .prefixListIds(allowed -> allowed.prefixListId(list))));
        emulator.client(IamClient.builder(), Region.US_EAST_1)
                .createSAMLProvider(request -> request.name("directory").samlMetadataDocument("m".repeat(1024)));
    }

    @Test
    void whatIsCalledIsWhatCollectorsDeclare() {
        Set<String> expected = declared();
        expected.removeAll(NEVER_CALLED.keySet());
        expected.removeIf(operation -> NotEmulated.has(operation) && !called.contains(operation));
        assertThat(called).isEqualTo(expected);
    }

    private static Set<String> declared() {
        return CollectionPlan.everything().operations().stream()
                .map(Operation::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
