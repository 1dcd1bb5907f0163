package io.awsaudit.inventory.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EbsBlockDeviceTest {
    @Test
    void onlyAVolumeThatSaysNothingAndComesFromNothingIsLeftToTheRegion() {
        assertThat(device(Optional.empty(), Optional.empty()).leavesEncryptionToRegion())
                .isTrue();
        assertThat(device(Optional.empty(), Optional.of("snap-1")).leavesEncryptionToRegion())
                .isFalse();
        assertThat(device(Optional.of(false), Optional.empty()).leavesEncryptionToRegion())
                .isFalse();
    }

    @Test
    void onlyOneThatSaysSoRefusesEncryption() {
        assertThat(device(Optional.of(false), Optional.of("snap-1")).refusesEncryption())
                .isTrue();
        assertThat(device(Optional.of(true), Optional.empty()).refusesEncryption())
                .isFalse();
        assertThat(device(Optional.empty(), Optional.empty()).refusesEncryption())
                .isFalse();
    }

    private static EbsBlockDevice device(Optional<Boolean> encrypted, Optional<String> snapshot) {
        return new EbsBlockDevice("/dev/xvda", encrypted, snapshot);
    }
}
