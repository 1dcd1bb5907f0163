package io.awsaudit.inventory.ec2;

import java.util.Optional;

/**
 * An EBS volume as a launch template or a spot fleet asks for it.
 *
 * @param deviceName such as {@code /dev/xvda}; empty where none is given
 * @param encrypted empty where it is left open: a snapshot or image decides then, and where it does not the region's default
 * @param snapshotId what the volume is filled from
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateEbsBlockDevice.html">LaunchTemplateEbsBlockDevice</a>
 */
public record EbsBlockDevice(String deviceName, Optional<Boolean> encrypted, Optional<String> snapshotId) {
    /** {@return whether it is to be unencrypted, by its own words} */
    public boolean refusesEncryption() {
        return encrypted.filter(wanted -> !wanted).isPresent();
    }

    /** {@return whether the region's default is all that can encrypt it, or an image that nobody named for that} */
    public boolean leavesEncryptionToRegion() {
        return encrypted.isEmpty() && snapshotId.isEmpty();
    }
}
