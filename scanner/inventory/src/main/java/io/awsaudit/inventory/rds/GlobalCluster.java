package io.awsaudit.inventory.rds;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An Aurora database over several regions, read whole by {@code rds:DescribeGlobalClusters}, in the region of the cluster that
 * takes its writes. One without any, which holds no data, is none; nor are those of DocumentDB and Neptune.
 *
 * @param members clusters, of whatever region
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_GlobalCluster.html">GlobalCluster</a>
 */
@CloudFormationType("AWS::RDS::GlobalCluster")
public record GlobalCluster(
        Identity identity,
        String engine,
        String engineVersion,
        String status,
        boolean storageEncrypted,
        boolean deletionProtection,
        List<Arn> members)
        implements Resource {
    public GlobalCluster {
        members = List.copyOf(members);
    }

    /** {@return whether standard support of its engine's version had ended, of Aurora MySQL's minor version too} */
    public boolean isSupportOver(Instant asOf) {
        return EngineVersion.isOver(engine, engineVersion, asOf);
    }

    @Override
    public Stream<Edge> edges() {
        return members.stream().map(member -> new Edge(arn(), Relation.CONTAINS, member));
    }
}
