package io.awsaudit.localstack.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.localstack.AwsEmulator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.kms.KmsClient;

final class SeededAccountTest {
    private static AwsEmulator emulator;

    @BeforeAll
    static void seed() {
        emulator = AwsEmulator.start();
        emulator.reset();
        SeededAccount.HARDENED.seed(emulator);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void theHardenedAccountHasNoDefaultVpcInAnyRegion() {
        EmulatedAccount account = EmulatedAccount.of(emulator);
        assertThat(account.regions()).hasSizeGreaterThan(15).contains(EmulatedAccount.HOME);
        assertThat(account.regions()).allSatisfy(region -> {
            Ec2Client ec2 = account.client(Ec2Client.builder(), region);
            assertThat(ec2.describeVpcs().vpcs()).noneMatch(vpc -> vpc.isDefault());
            assertThat(ec2.getEbsEncryptionByDefault(request -> {}).ebsEncryptionByDefault())
                    .isTrue();
        });
    }

    @Test
    void noManagedKeyPassesForACustomersOwn() {
        EmulatedAccount account = EmulatedAccount.of(emulator);
        assertThat(account.client(KmsClient.builder()).listKeys().keys())
                .extracting(key -> key.keyArn())
                .containsExactly(KmsSeeds.hardenedKey(account));
    }

    @Test
    void idsAreTheSameInEveryRun() {
        List<String> volumes = volumes();
        emulator.reset();
        SeededAccount.HARDENED.seed(emulator);
        assertThat(volumes()).isNotEmpty().isEqualTo(volumes);
    }

    private static List<String> volumes() {
        return EmulatedAccount.of(emulator).client(Ec2Client.builder()).describeVolumes().volumes().stream()
                .map(Volume::volumeId)
                .toList();
    }
}
