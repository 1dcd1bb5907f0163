package io.awsaudit.localstack.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.kms.KmsClient;

final class SeededAccountTest {
    @Test
    void theHardenedAccountHasNoDefaultVpcInAnyRegion() {
        EmulatedAccount account = EmulatedAccount.of(Emulators.with(SeededAccount.HARDENED));
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
        EmulatedAccount account = EmulatedAccount.of(Emulators.with(SeededAccount.HARDENED));
        assertThat(account.client(KmsClient.builder()).listKeys().keys())
                .extracting(key -> key.keyArn())
                .containsExactly(KmsSeeds.hardenedKey(account));
    }

    @Test
    void idsAreTheSameInEveryRun() {
        try (AwsEmulator emulator = Emulators.empty()) {
            List<String> first = subnets(emulator);
            emulator.reset();
            assertThat(subnets(emulator)).isNotEmpty().isEqualTo(first);
        }
    }

    private static List<String> subnets(AwsEmulator emulator) {
        EmulatedAccount account = EmulatedAccount.of(emulator);
        new VpcSeeds().insecure(account);
        return account.client(Ec2Client.builder()).describeSubnets().subnets().stream()
                .map(Subnet::subnetId)
                .toList();
    }
}
