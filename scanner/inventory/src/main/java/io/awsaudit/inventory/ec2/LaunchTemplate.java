package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpEndpoint;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpTokens;
import java.util.List;
import java.util.Optional;

/**
 * A launch template as its default version has it, which is launched where no version is named; read whole by
 * {@code ec2:DescribeLaunchTemplateVersions} but for its tags.
 *
 * @param versionNumber that of the default version
 * @param httpTokens whether instances ask for session tokens; empty where the template leaves it to the account and image
 * @param httpEndpoint whether instances have a metadata service; empty likewise
 * @param networkInterfaces those that it asks for; empty where subnet and security groups stand on their own
 * @param volumes those of EBS that it asks for, beside what the image brings along
 * @param userDataSecrets lines of its user data that look like a credential; of the user data nothing else is kept
 * @param operator the service that manages it in the account's place
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateVersion.html">LaunchTemplateVersion</a>
 */
@CloudFormationType("AWS::EC2::LaunchTemplate")
public record LaunchTemplate(
        Identity identity,
        long versionNumber,
        Optional<HttpTokens> httpTokens,
        Optional<HttpEndpoint> httpEndpoint,
        List<Card> networkInterfaces,
        List<EbsBlockDevice> volumes,
        Observed<List<Secret>> userDataSecrets,
        Optional<String> operator)
        implements Scripted {
    /**
     * A network interface that instances get.
     *
     * @param associatePublicIpAddress empty where the subnet decides
     */
    public record Card(int deviceIndex, Optional<Boolean> associatePublicIpAddress) {}

    public LaunchTemplate {
        networkInterfaces = List.copyOf(networkInterfaces);
        volumes = List.copyOf(volumes);
    }

    /** {@return whether its instances have no metadata service} */
    public boolean turnsMetadataOff() {
        return httpEndpoint.filter(HttpEndpoint.DISABLED::equals).isPresent();
    }

    /** {@return whether it lets its instances answer without a session token, by its own words} */
    public boolean allowsVersion1() {
        return !turnsMetadataOff()
                && httpTokens
                        .filter(tokens -> !tokens.equals(HttpTokens.REQUIRED))
                        .isPresent();
    }

    /** {@return whether it leaves it open if its instances ask for session tokens} */
    public boolean leavesTokensToAccount() {
        return !turnsMetadataOff() && httpTokens.isEmpty();
    }

    /** {@return whether a network interface of its instances gets a public address, whatever the subnet says} */
    public boolean assignsPublicIp() {
        return networkInterfaces.stream()
                .anyMatch(card -> card.associatePublicIpAddress().orElse(false));
    }

    /** {@return the devices of the volumes that it wants unencrypted} */
    public List<String> unencryptedDevices() {
        return volumes.stream()
                .filter(EbsBlockDevice::refusesEncryption)
                .map(EbsBlockDevice::deviceName)
                .toList();
    }

    /** {@return the devices of the volumes that are encrypted only if that is the region's default} */
    public List<String> devicesLeftToRegion() {
        return volumes.stream()
                .filter(EbsBlockDevice::leavesEncryptionToRegion)
                .map(EbsBlockDevice::deviceName)
                .toList();
    }
}
