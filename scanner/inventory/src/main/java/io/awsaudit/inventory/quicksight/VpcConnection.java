package io.awsaudit.inventory.quicksight;

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
 * A way of QuickSight's into a VPC, read whole by {@code quicksight:ListVPCConnections}; one that is being deleted is none any
 * more.
 *
 * @param status such as {@code CREATION_SUCCESSFUL}
 * @param availability {@code AVAILABLE}, {@code PARTIALLY_AVAILABLE} or {@code UNAVAILABLE}; empty where it is not told
 * @see <a href="https://docs.aws.amazon.com/quicksight/latest/APIReference/API_VPCConnectionSummary.html">
 *     VPCConnectionSummary</a>
 */
@CloudFormationType("AWS::QuickSight::VPCConnection")
public record VpcConnection(
        Identity identity,
        String status,
        Optional<String> availability,
        Optional<Arn> role,
        List<Arn> subnets,
        List<Arn> securityGroups)
        implements Resource {
    private static final String NEVER_MADE = "CREATION_FAILED";

    public VpcConnection {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }

    /** {@return whether it could not be made, or some of its network interfaces are out of order} */
    public boolean isBroken() {
        return status.equals(NEVER_MADE)
                || availability
                        .filter(told -> told.equals("UNAVAILABLE") || told.equals("PARTIALLY_AVAILABLE"))
                        .isPresent();
    }

    /** {@return whether it is just being made or changed, or AWS does not tell whether it works} */
    public boolean isUndecided() {
        return status.endsWith("_IN_PROGRESS") || availability.isEmpty() && !status.equals(NEVER_MADE);
    }

    /** {@return whether it works, in AWS's words: what it can do, else what became of it} */
    public String words() {
        return availability.orElse(status);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        role.stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)))
                .flatMap(edges -> edges);
    }
}
