package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.autoscaling.AutoScalingGroup;
import io.awsaudit.inventory.ec2.Address;
import io.awsaudit.inventory.ec2.EbsDefaults;
import io.awsaudit.inventory.ec2.Image;
import io.awsaudit.inventory.ec2.Instance;
import io.awsaudit.inventory.ec2.Snapshot;
import io.awsaudit.inventory.ec2.Volume;
import io.awsaudit.inventory.efs.FileSystem;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Collects and judges the compute and storage of the seeded accounts, over HTTP. */
final class ComputeCollectorsTest {
    private static final List<Class<? extends Resource>> TYPES = List.of(
            Address.class,
            AutoScalingGroup.class,
            EbsDefaults.class,
            FileSystem.class,
            Image.class,
            Instance.class,
            Snapshot.class,
            Volume.class);

    private static AwsEmulator emulator;
    private static Inventory insecure;
    private static Inventory hardened;

    @BeforeAll
    static void collect() {
        emulator = AwsEmulator.start();
        emulator.reset();
        SeededAccount.INSECURE.seed(emulator);
        insecure = collect("us-east-1");
        emulator.reset();
        SeededAccount.HARDENED.seed(emulator);
        hardened = collect("us-east-1");
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void everyCheckFailsInTheInsecureAccountButThatWhichNeedsTime() {
        assertThat(failing(insecure, Instant.now()))
                .containsExactlyElementsOf(checks().stream()
                        .map(Check::id)
                        .filter(id -> !id.equals("ec2-instance-not-stopped-for-long"))
                        .toList());
    }

    @Test
    void eachInstanceAndFileSystemFailsByWhatItIsNamedFor() {
        assertThat(findings(insecure, Instant.now()))
                .filteredOn(finding -> finding.status() == Verdict.FAIL)
                .filteredOn(finding -> finding.checkId().startsWith("ec2-instance-")
                        || finding.checkId().startsWith("efs-")
                        || finding.checkId().startsWith("autoscaling-"))
                .extracting(
                        Finding::checkId, finding -> finding.resource().name().replaceFirst("^i-.*", "nameless"))
                .containsExactlyInAnyOrder(
                        tuple("ec2-instance-detailed-monitoring-enabled", "insecure-not-monitored"),
                        tuple("ec2-instance-ebs-optimized", "insecure-old-type"),
                        tuple("ec2-instance-generation-current", "insecure-old-type"),
                        tuple("ec2-instance-imdsv2-required", "insecure-imdsv1"),
                        tuple("ec2-instance-no-public-ip", "insecure-exposed"),
                        tuple("ec2-instance-no-public-ip", "insecure-public-ip"),
                        tuple("ec2-instance-profile-attached", "insecure-without-profile"),
                        tuple("ec2-instance-tagged", "nameless"),
                        tuple("efs-file-system-backups-enabled", "insecure-without-backups"),
                        tuple("efs-file-system-encrypted", "insecure-unencrypted"),
                        tuple("efs-file-system-lifecycle-configured", "insecure-without-lifecycle"),
                        tuple("efs-file-system-not-public", "insecure-public"),
                        tuple("autoscaling-group-elb-health-check-enabled", "insecure-ec2-health-checks"),
                        tuple("autoscaling-group-launch-template-used", "insecure-launch-configuration"),
                        tuple("autoscaling-group-multiple-availability-zones", "insecure-single-zone"));
    }

    @Test
    void noCheckFailsInTheHardenedAccountAndAllAreDecided() {
        assertThat(findings(hardened, Instant.now()))
                .filteredOn(finding -> finding.status() == Verdict.FAIL || finding.status() == Verdict.UNKNOWN)
                .isEmpty();
        assertThat(hardened.resources())
                .extracting(Resource::type)
                .contains("AWS::EC2::Volume", "AWS::EFS::FileSystem", "AWS::AutoScaling::AutoScalingGroup");
    }

    @Test
    void aStoppedInstanceFailsOnceItHasBeenStoppedForLong() {
        Ec2Client ec2 = emulator.client(Ec2Client.builder(), Region.EU_CENTRAL_1);
        String subnet = ec2.createSubnet(request -> request.vpcId(ec2.createVpc(vpc -> vpc.cidrBlock("10.0.0.0/16"))
                                .vpc()
                                .vpcId())
                        .cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
        String id = ec2.runInstances(request -> request.imageId("ami-12345678")
                        .subnetId(subnet)
                        .minCount(1)
                        .maxCount(1))
                .instances()
                .get(0)
                .instanceId();
        ec2.stopInstances(request -> request.instanceIds(id));
        Inventory inventory = collect("eu-central-1");
        String check = "ec2-instance-not-stopped-for-long";
        assertThat(failing(inventory, Instant.now().plus(Duration.ofDays(29)))).doesNotContain(check);
        assertThat(failing(inventory, Instant.now().plus(Duration.ofDays(31)))).contains(check);
        ec2.terminateInstances(request -> request.instanceIds(id));
        assertThat(collect("eu-central-1").resources()).noneMatch(Instance.class::isInstance);
    }

    @Test
    void onlyTheAccountsOwnSnapshotsAndImagesAreRead() {
        assertThat(insecure.resources())
                .filteredOn(resource -> resource instanceof Snapshot || resource instanceof Image)
                .hasSizeLessThan(10);
    }

    private static Set<String> failing(Inventory inventory, Instant asOf) {
        return findings(inventory, asOf).stream()
                .filter(finding -> finding.status() == Verdict.FAIL)
                .map(Finding::checkId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Finding> findings(Inventory inventory, Instant asOf) {
        Inventory then = new Inventory(asOf, inventory.accounts(), inventory.coverage(), inventory.resources());
        Catalog catalog = Catalog.builtIn();
        return new Engine(catalog, "test")
                .evaluate(then, checks(), Settings.standard(catalog.checks()), List.of())
                .findings();
    }

    private static List<Check> checks() {
        return Catalog.builtIn().checks().stream()
                .filter(check -> TYPES.containsAll(Catalog.builtIn().typesOf(List.of(check))))
                .toList();
    }

    private static Inventory collect(String region) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        Connection connection = Connection.open(
                new ConnectionSettings(
                        Optional.empty(),
                        Optional.of(emulator.endpoint()),
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        serial -> "",
                        8),
                Set.of(region));
        return AccountCollection.collect(connection, CollectionPlan.of(TYPES), Instant.now(), Progress.SILENT);
    }
}
