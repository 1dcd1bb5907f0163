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
            Map.entry("codebuild:BatchGetReportGroups", "moto lists no report groups"),
            Map.entry("kafka:ListKafkaVersions", "moto sends times of MSK clusters that cannot be read"),
            Map.entry("macie2:GetAdministratorAccount", "moto's Macie is never on, or sends times that cannot be read"),
            Map.entry(
                    "macie2:GetAutomatedDiscoveryConfiguration",
                    "moto's Macie is never on, or sends times that cannot be read"),
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
