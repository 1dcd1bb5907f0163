package io.awsaudit.inventory.neptune;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An instance of a cluster of Neptune, read by {@code rds:DescribeDBInstances} but for its tags. One that is being deleted is none
 * any more.
 *
 * @param instanceClass such as {@code db.r6g.large} or {@code db.serverless}
 * @param publiclyAccessible whether its name resolves to an address on the internet
 * @see <a href="https://docs.aws.amazon.com/neptune/latest/apiref/API_DBInstance.html">DBInstance</a>
 */
@CloudFormationType("AWS::Neptune::DBInstance")
public record DbInstance(
        Identity identity,
        String engineVersion,
        String instanceClass,
        String status,
        Optional<Arn> cluster,
        boolean publiclyAccessible,
        boolean autoMinorVersionUpgrade)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return cluster.stream().map(group -> new Edge(arn(), Relation.MEMBER_OF, group));
    }

    /** {@return the family of its class: {@code r6g} of {@code db.r6g.large}} */
    public String family() {
        String[] parts = instanceClass.split("\\.");
        return parts.length > 1 ? parts[1] : instanceClass;
    }
}
