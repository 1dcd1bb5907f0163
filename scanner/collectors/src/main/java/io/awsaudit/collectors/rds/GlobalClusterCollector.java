package io.awsaudit.collectors.rds;

import static io.awsaudit.collectors.rds.Rds.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rds.GlobalCluster;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.GlobalClusterMember;

/**
 * Reads the databases over several regions whose writes a region takes. Each is listed in the regions of all its members, and
 * must be read once.
 */
final class GlobalClusterCollector implements Collector<GlobalCluster> {
    private static final Operation DESCRIBE =
            Operation.of("rds:DescribeGlobalClusters").ownPages(100);

    @Override
    public Set<Class<? extends GlobalCluster>> yields() {
        return Set.of(GlobalCluster.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<GlobalCluster> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Rds.RDS)
                                .describeGlobalClustersPaginator()
                                .globalClusters())
                .filter(cluster -> Rds.isOwn(cluster.engine())
                        && !"deleting".equals(cluster.status())
                        && isWrittenIn(reads.region(), cluster.globalClusterMembers()))
                .map(cluster -> read(cluster, reads));
    }

    private static boolean isWrittenIn(String region, List<GlobalClusterMember> members) {
        return members.stream()
                .filter(member -> Boolean.TRUE.equals(member.isWriter()) && member.dbClusterArn() != null)
                .anyMatch(member -> new Arn(member.dbClusterArn()).region().equals(region));
    }

    private static GlobalCluster read(software.amazon.awssdk.services.rds.model.GlobalCluster cluster, Reads reads) {
        return new GlobalCluster(
                Identity.tagged(
                        new Arn(cluster.globalClusterArn()),
                        reads.account(),
                        reads.region(),
                        cluster.globalClusterIdentifier(),
                        Rds.tags(cluster.tagList())),
                orEmpty(cluster.engine()),
                orEmpty(cluster.engineVersion()),
                orEmpty(cluster.status()),
                Boolean.TRUE.equals(cluster.storageEncrypted()),
                Boolean.TRUE.equals(cluster.deletionProtection()),
                cluster.globalClusterMembers().stream()
                        .filter(member -> member.dbClusterArn() != null)
                        .map(member -> new Arn(member.dbClusterArn()))
                        .sorted()
                        .toList());
    }
}
