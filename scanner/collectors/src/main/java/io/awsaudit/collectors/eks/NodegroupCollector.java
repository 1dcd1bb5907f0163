package io.awsaudit.collectors.eks;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.eks.Nodegroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.eks.model.NodegroupStatus;
import software.amazon.awssdk.services.eks.model.RemoteAccessConfig;

/** Reads the managed node groups of a region's clusters. */
final class NodegroupCollector implements Collector<Nodegroup> {
    private static final Operation LIST_NODEGROUPS =
            Operation.of("eks:ListNodegroups").ownPages(100).per("cluster");
    private static final Operation DESCRIBE_NODEGROUP =
            Operation.of("eks:DescribeNodegroup").each();

    private record Name(String cluster, String nodegroup) {}

    @Override
    public Set<Class<? extends Nodegroup>> yields() {
        return Set.of(Nodegroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Eks.LIST_CLUSTERS, LIST_NODEGROUPS, DESCRIBE_NODEGROUP);
    }

    @Override
    public Stream<Nodegroup> collect(Reads reads) {
        EksClient eks = reads.client(Eks.EKS);
        Stream<Name> names = Eks.clusters(reads)
                .flatMap(cluster -> reads.pages(
                                LIST_NODEGROUPS,
                                () -> eks.listNodegroupsPaginator(request -> request.clusterName(cluster))
                                        .nodegroups())
                        .map(nodegroup -> new Name(cluster, nodegroup)));
        return reads.each(names, name -> describe(name, eks, reads))
                .filter(nodegroup -> nodegroup.status() != NodegroupStatus.DELETING)
                .map(nodegroup -> read(nodegroup, reads));
    }

    private static software.amazon.awssdk.services.eks.model.Nodegroup describe(Name name, EksClient eks, Reads reads) {
        return reads.list(
                DESCRIBE_NODEGROUP,
                () -> eks.describeNodegroup(
                                request -> request.clusterName(name.cluster()).nodegroupName(name.nodegroup()))
                        .nodegroup());
    }

    private static Nodegroup read(software.amazon.awssdk.services.eks.model.Nodegroup described, Reads reads) {
        Optional<RemoteAccessConfig> access = Optional.ofNullable(described.remoteAccess());
        return new Nodegroup(
                Identity.tagged(
                        new Arn(described.nodegroupArn()),
                        reads.account(),
                        reads.region(),
                        described.nodegroupName(),
                        described.tags()),
                Eks.cluster(described.clusterName(), reads),
                Eks.text(described.statusAsString()).orElse(""),
                Eks.text(described.version()),
                Eks.text(described.amiTypeAsString()),
                Optional.ofNullable(described.launchTemplate()).map(LaunchTemplateSpecification::id),
                access.map(RemoteAccessConfig::ec2SshKey).flatMap(Eks::text),
                access.map(RemoteAccessConfig::sourceSecurityGroups)
                        .map(groups -> Eks.securityGroups(groups, reads))
                        .orElse(List.of()),
                Eks.arn(described.nodeRole()));
    }
}
