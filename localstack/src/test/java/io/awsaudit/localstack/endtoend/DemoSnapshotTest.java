package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account that comes with the program; {@code -Dawsaudit.update=true} records it anew, before the next build. */
final class DemoSnapshotTest {
    private static final Path SNAPSHOT = Path.of("../scanner/cli/src/main/resources/io/awsaudit/cli/demo.snapshot");

    @BeforeAll
    static void record(@TempDir Path folder) throws IOException {
        if (Golden.UPDATE) {
            Program.Run run = Program.in(folder, Emulators.with(SeededAccount.DEMO))
                    .run("collect", "--regions", "us-east-1,eu-west-1,eu-central-1", "--snapshot", "demo.snapshot");
            assertThat(run.exitCode()).as(run.err()).isZero();
            Files.createDirectories(SNAPSHOT.getParent());
            Files.copy(folder.resolve("demo.snapshot"), SNAPSHOT, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void itIsReadWholeAndIsOfAboutNineHundredResources() {
        Inventory inventory = Snapshot.read(SNAPSHOT);
        assertThat(inventory.resources()).hasSizeBetween(800, 1000);
        assertThat(SNAPSHOT).satisfies(file -> assertThat(Files.size(file)).isLessThan(150_000));
    }

    @Test
    void itHasTheResourcesOfBothAccounts() {
        assertThat(Snapshot.read(SNAPSHOT).resources())
                .extracting(resource -> resource.name())
                .contains("insecure-bare", "hardened-data", "insecure-vpc", "hardened-vpc", "insecure-cluster");
    }
}
