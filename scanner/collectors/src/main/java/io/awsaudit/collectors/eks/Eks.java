package io.awsaudit.collectors.eks;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eks.EksClient;

/** The client of EKS, and what its collectors have in common. */
final class Eks {
    static final AwsService<EksClient> EKS = AwsService.of("eks", EksClient::builder);
    static final Operation LIST_CLUSTERS =
            Operation.of("eks:ListClusters").ownPages(100).shared();

    private Eks() {}

    /** Lists the clusters that EKS runs in a region, by name; those connected from elsewhere have to be asked for. */
    static Stream<String> clusters(Reads reads) {
        return reads.sharedPages(
                LIST_CLUSTERS,
                () -> reads.client(EKS).listClustersPaginator(request -> {}).clusters());
    }

    static Arn cluster(String name, Reads reads) {
        return reads.arn("eks", "cluster/" + name);
    }

    static List<Arn> securityGroups(List<String> ids, Reads reads) {
        return ids.stream()
                .sorted()
                .distinct()
                .map(id -> reads.arn("ec2", "security-group/" + id))
                .toList();
    }

    static Optional<Arn> arn(@Nullable String arn) {
        return Optional.ofNullable(arn).filter(text -> text.startsWith("arn:")).map(Arn::new);
    }

    static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(given -> !given.isEmpty());
    }
}
