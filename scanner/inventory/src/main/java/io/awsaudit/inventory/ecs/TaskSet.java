package io.awsaudit.inventory.ecs;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set of tasks of a service that CodeDeploy or another program deploys, as {@code ecs:DescribeServices} gives it; one
 * whose tasks are being stopped is none any more.
 *
 * @param status {@code PRIMARY}, which serves what comes in, or {@code ACTIVE}
 * @param awsVpc empty where its tasks have no interface of their own
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskSet.html">TaskSet</a>
 */
@CloudFormationType("AWS::ECS::TaskSet")
public record TaskSet(
        Identity identity,
        Arn service,
        String status,
        Platform platform,
        Optional<Arn> taskDefinition,
        Optional<AwsVpcConfiguration> awsVpc)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        Stream.of(new Edge(arn(), Relation.MEMBER_OF, service)),
                        taskDefinition.stream().map(revision -> new Edge(arn(), Relation.CREATED_FROM, revision)),
                        awsVpc.stream()
                                .flatMap(network -> network.securityGroups().stream())
                                .map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)))
                .flatMap(edges -> edges);
    }

    /** {@return whether its tasks get addresses on the internet} */
    public boolean assignsPublicIp() {
        return awsVpc.filter(AwsVpcConfiguration::assignPublicIp).isPresent();
    }
}
