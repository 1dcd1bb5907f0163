package io.awsaudit.inventory.databasemigration;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A replication instance of DMS, read by {@code dms:DescribeReplicationInstances} but for its tags. One that is being deleted is none
 * any more.
 *
 * @param instanceClass such as {@code dms.c6i.large}
 * @param publiclyAccessible whether it has an address on the internet
 * @param multiAz whether a standby in another zone takes over
 * @see <a href="https://docs.aws.amazon.com/dms/latest/APIReference/API_ReplicationInstance.html">ReplicationInstance</a>
 */
@CloudFormationType("AWS::DMS::ReplicationInstance")
public record ReplicationInstance(
        Identity identity,
        String instanceClass,
        String engineVersion,
        String status,
        boolean publiclyAccessible,
        boolean multiAz,
        boolean autoMinorVersionUpgrade,
        Optional<Arn> kmsKey,
        List<Arn> subnets,
        List<Arn> securityGroups)
        implements Resource {
    public ReplicationInstance {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)))
                .flatMap(edges -> edges);
    }

    /** {@return the family of its class: {@code c6i} of {@code dms.c6i.large}} */
    public String family() {
        String[] parts = instanceClass.split("\\.");
        return parts.length > 1 ? parts[1] : instanceClass;
    }
}
