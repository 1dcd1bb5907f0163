package io.awsaudit.collectors.memorydb;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.memorydb.Cluster;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.memorydb.model.SecurityGroupMembership;

/** Reads the clusters of MemoryDB in a region. */
final class ClusterCollector implements Collector<Cluster> {
    private static final Operation DESCRIBE =
            Operation.of("memorydb:DescribeClusters").ownPages(100);
    private static final Detail TAGS = Detail.of(Cluster.class, "tags", "memorydb:ListTags");

    @Override
    public Set<Class<? extends Cluster>> yields() {
        return Set.of(Cluster.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Cluster> collect(Reads reads) {
        Stream<software.amazon.awssdk.services.memorydb.model.Cluster> listed = reads.pages(
                        DESCRIBE,
                        () -> reads.client(MemoryDb.CLIENT)
                                .describeClustersPaginator(request -> {})
                                .clusters())
                .filter(cluster -> !"deleting".equals(cluster.status()));
        return reads.each(Cluster.class, listed, cluster -> new Arn(cluster.arn()), cluster -> read(cluster, reads));
    }

    private static Cluster read(software.amazon.awssdk.services.memorydb.model.Cluster cluster, Reads reads) {
        Arn arn = new Arn(cluster.arn());
        return new Cluster(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        cluster.name(),
                        reads.observe(TAGS, arn, () -> MemoryDb.tagsOf(arn, reads))),
                Optional.ofNullable(cluster.engine()).filter(engine -> !engine.isEmpty()),
                MemoryDb.orEmpty(cluster.engineVersion()),
                MemoryDb.orEmpty(cluster.nodeType()),
                MemoryDb.orEmpty(cluster.status()),
                // AWS writes it in small letters, some emulators do not.
                "multiaz".equalsIgnoreCase(cluster.availabilityModeAsString()),
                Answers.sent(cluster.tlsEnabled(), "TLSEnabled"),
                Optional.ofNullable(cluster.aclName()).filter(name -> !name.isEmpty()),
                Optional.ofNullable(cluster.kmsKeyId())
                        .filter(key -> key.startsWith("arn:"))
                        .map(Arn::new),
                cluster.snapshotRetentionLimit() == null ? 0 : cluster.snapshotRetentionLimit(),
                Boolean.TRUE.equals(cluster.autoMinorVersionUpgrade()),
                cluster.securityGroups().stream()
                        .map(SecurityGroupMembership::securityGroupId)
                        .sorted()
                        .map(id -> reads.arn("ec2", "security-group/" + id))
                        .toList());
    }
}
