package io.awsaudit.inventory.apprunner;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What services reach a VPC by, read by {@code apprunner:ListVpcConnectors} but for its tags; one that was deleted is none any
 * more.
 *
 * @see <a href="https://docs.aws.amazon.com/apprunner/latest/api/API_VpcConnector.html">VpcConnector</a>
 */
@CloudFormationType("AWS::AppRunner::VpcConnector")
public record VpcConnector(Identity identity, List<Arn> subnets, List<Arn> securityGroups) implements Resource {
    public VpcConnector {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)));
    }

    /** {@return its subnets, each once} */
    public List<Arn> distinctSubnets() {
        return subnets.stream().distinct().toList();
    }

    /**
     * {@return whether all its subnets were seen, and lie in fewer availability zones than that}
     *
     * @param seen how many of its subnets were seen; another account's, that shares them, are not
     * @param zones those that the subnets that were seen lie in
     */
    public boolean spansFewerZones(long seen, Collection<?> zones, long than) {
        return seen == distinctSubnets().size() && zones.size() < than;
    }
}
