package io.awsaudit.inventory.storagegateway;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A volume that a gateway gives as a disk, read by {@code storagegateway:ListVolumes} but for its tags.
 *
 * @param gateway empty where it is attached to none
 * @param volumeType such as {@code CACHED}
 * @param attachmentStatus such as {@code ATTACHED}; empty where AWS does not say
 * @see <a href="https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_VolumeInfo.html">VolumeInfo</a>
 */
@CloudFormationType("AWS::StorageGateway::Volume")
public record Volume(
        Identity identity, Optional<Arn> gateway, Optional<String> volumeType, Optional<String> attachmentStatus)
        implements Resource {
    private static final String DETACHED = "DETACHED";

    /** {@return whether no gateway has it} */
    public boolean isDetached() {
        return attachmentStatus.filter(DETACHED::equals).isPresent();
    }

    @Override
    public Stream<Edge> edges() {
        return gateway.stream().map(target -> new Edge(arn(), Relation.ATTACHED_TO, target));
    }
}
