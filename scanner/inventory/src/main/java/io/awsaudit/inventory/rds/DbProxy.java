package io.awsaudit.inventory.rds;

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
 * A proxy in front of databases, read whole by {@code rds:DescribeDBProxies}.
 *
 * @param engineFamily {@code MYSQL}, {@code POSTGRESQL} or {@code SQLSERVER}
 * @param requiresTls whether it refuses connections without TLS
 * @param debugLogging whether it writes statements, with what they carry, into its log
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBProxy.html">DBProxy</a>
 */
@CloudFormationType("AWS::RDS::DBProxy")
public record DbProxy(
        Identity identity,
        String engineFamily,
        String status,
        boolean requiresTls,
        boolean debugLogging,
        Optional<Arn> role,
        List<Arn> subnets,
        List<Arn> securityGroups)
        implements Resource {
    public DbProxy {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        role.stream().map(target -> new Edge(arn(), Relation.RUNS_AS, target)),
                        subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)))
                .flatMap(edges -> edges);
    }
}
