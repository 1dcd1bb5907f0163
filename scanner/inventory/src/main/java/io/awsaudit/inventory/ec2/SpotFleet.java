package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import java.util.List;

/**
 * A request for a fleet of spot instances, read whole by {@code ec2:DescribeSpotFleetRequests}.
 *
 * @param launchSpecifications how many it has; none where it goes by launch templates, which are judged themselves
 * @param volumes those of EBS in all its launch specifications
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SpotFleetRequestConfig.html">SpotFleetRequestConfig</a>
 */
@CloudFormationType("AWS::EC2::SpotFleet")
public record SpotFleet(Identity identity, State state, int launchSpecifications, List<EbsBlockDevice> volumes)
        implements Resource {
    /** Where a request is in its life. */
    public record State(String value) implements OpenValue {
        public static final State SUBMITTED = new State("submitted");
        public static final State ACTIVE = new State("active");
        public static final State MODIFYING = new State("modifying");
        public static final State CANCELLED = new State("cancelled");
        public static final State CANCELLED_RUNNING = new State("cancelled_running");
        public static final State CANCELLED_TERMINATING = new State("cancelled_terminating");
        public static final State FAILED = new State("failed");

        /** {@return whether it launches no instance any more, so that there is nothing to mend} */
        public boolean isOver() {
            return value.startsWith("cancelled") || equals(FAILED);
        }
    }

    public SpotFleet {
        volumes = List.copyOf(volumes);
    }

    /** {@return the devices of the volumes that it wants unencrypted} */
    public List<String> unencryptedDevices() {
        return volumes.stream()
                .filter(EbsBlockDevice::refusesEncryption)
                .map(EbsBlockDevice::deviceName)
                .distinct()
                .toList();
    }

    /** {@return the devices of the volumes that are encrypted only if that is the region's default} */
    public List<String> devicesLeftToRegion() {
        return volumes.stream()
                .filter(EbsBlockDevice::leavesEncryptionToRegion)
                .map(EbsBlockDevice::deviceName)
                .distinct()
                .toList();
    }
}
