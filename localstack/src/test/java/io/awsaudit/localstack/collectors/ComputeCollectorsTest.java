package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.ec2.Image;
import io.awsaudit.inventory.ec2.Instance;
import io.awsaudit.inventory.ec2.Snapshot;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Collects and judges instances and what they run from, over HTTP. */
final class ComputeCollectorsTest {
    @Test
    void aStoppedInstanceFailsOnceItHasBeenStoppedForLong() {
        try (AwsEmulator emulator = Emulators.empty()) {
            Ec2Client ec2 = emulator.client(Ec2Client.builder(), Region.EU_CENTRAL_1);
            String id = ec2.runInstances(request ->
                            request.imageId("ami-12345678").minCount(1).maxCount(1))
                    .instances()
                    .get(0)
                    .instanceId();
            ec2.stopInstances(request -> request.instanceIds(id));
            Inventory inventory = instances(emulator);
            assertThat(verdictAfter(29, inventory)).isEqualTo(Verdict.PASS);
            assertThat(verdictAfter(31, inventory)).isEqualTo(Verdict.FAIL);
            ec2.terminateInstances(request -> request.instanceIds(id));
            assertThat(instances(emulator).resources()).isEmpty();
        }
    }

    @Test
    void onlyTheAccountsOwnSnapshotsAndImagesAreRead() {
        assertThat(Collected.from(
                                Emulators.with(SeededAccount.INSECURE),
                                "us-east-1",
                                CollectionPlan.of(List.of(Image.class, Snapshot.class)))
                        .resources())
                .hasSizeBetween(2, 10);
    }

    private static Inventory instances(AwsEmulator emulator) {
        return Collected.from(emulator, "eu-central-1", CollectionPlan.of(List.of(Instance.class)));
    }

    private static Verdict verdictAfter(int days, Inventory inventory) {
        List<Check> checks = List.of(
                Catalog.builtIn().check("ec2-instance-not-stopped-for-long").orElseThrow());
        List<Finding> findings =
                Collected.judged(inventory, checks, inventory.asOf().plus(Duration.ofDays(days)));
        assertThat(findings).hasSize(1);
        return findings.get(0).status();
    }
}
