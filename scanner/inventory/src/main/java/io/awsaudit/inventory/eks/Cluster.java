package io.awsaudit.inventory.eks;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Kubernetes cluster that AWS runs. {@code eks:ListClusters} gives its name alone; one that is being deleted is none any
 * more, and what runs elsewhere and is only shown by the EKS connector is none.
 *
 * @param description what it is
 * @see <a href="https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html">Cluster</a>
 */
@CloudFormationType("AWS::EKS::Cluster")
public record Cluster(Identity identity, Observed<ClusterDescription> description) implements Resource {
    @Override
    public Stream<Edge> edges() {
        return description.asOptional().stream()
                .flatMap(known -> Stream.of(
                                known.role().stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role)),
                                known.secretsKey().stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                                known.securityGroups().stream()
                                        .map((Arn group) -> new Edge(arn(), Relation.PROTECTED_BY, group)))
                        .flatMap(edges -> edges));
    }

    /** {@return whether standard support of its Kubernetes version had ended} */
    public boolean isOutOfSupport(Instant asOf) {
        return description.knownTo(known -> known.isOutOfSupport(asOf));
    }

    /** {@return whether it keeps none of the logs of some of these types} */
    public boolean lacksLogs(List<String> types) {
        return description.knownNotTo(known -> known.logTypes().containsAll(types));
    }
}
