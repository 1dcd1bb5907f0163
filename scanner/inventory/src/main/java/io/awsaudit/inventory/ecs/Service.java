package io.awsaudit.inventory.ecs;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service, read whole by {@code ecs:DescribeServices}; one that is being deleted or was is none any more.
 *
 * @param deploymentController {@link DeploymentController#ECS} where AWS names none
 * @param platform what its tasks run on; of an external deployment the task sets say so instead
 * @param taskDefinition the revision that it runs; absent where task sets name theirs
 * @param awsVpc empty where its tasks have no interface of their own, or task sets name theirs
 * @param schedulingStrategy {@link SchedulingStrategy#REPLICA} where AWS names none
 * @param desiredCount how many tasks it wants
 * @param rollsBack whether a deployment that fails ends by itself in what ran before
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html">Service</a>
 */
@CloudFormationType("AWS::ECS::Service")
public record Service(
        Identity identity,
        Arn cluster,
        String status,
        DeploymentController deploymentController,
        Platform platform,
        Optional<Arn> taskDefinition,
        Optional<AwsVpcConfiguration> awsVpc,
        SchedulingStrategy schedulingStrategy,
        int desiredCount,
        boolean rollsBack)
        implements Resource {
    /** Who replaces a service's tasks by new ones. */
    public record DeploymentController(String value) implements OpenValue {
        public static final DeploymentController ECS = new DeploymentController("ECS");
        public static final DeploymentController CODE_DEPLOY = new DeploymentController("CODE_DEPLOY");
        public static final DeploymentController EXTERNAL = new DeploymentController("EXTERNAL");
    }

    /** Whether a service wants so many tasks, or one on each instance. */
    public record SchedulingStrategy(String value) implements OpenValue {
        public static final SchedulingStrategy DAEMON = new SchedulingStrategy("DAEMON");
        public static final SchedulingStrategy REPLICA = new SchedulingStrategy("REPLICA");
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        Stream.of(new Edge(arn(), Relation.IN, cluster)),
                        subnets().stream().map(subnet -> new Edge(arn(), Relation.ATTACHED_TO, subnet)),
                        taskDefinition.stream().map(revision -> new Edge(arn(), Relation.CREATED_FROM, revision)),
                        awsVpc.stream()
                                .flatMap(network -> network.securityGroups().stream())
                                .map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)))
                .flatMap(edges -> edges);
    }

    /** {@return whether its task sets, and not the service, say what runs where} */
    public boolean isExternallyDeployed() {
        return deploymentController.equals(DeploymentController.EXTERNAL);
    }

    /** {@return whether its tasks get addresses on the internet} */
    public boolean assignsPublicIp() {
        return awsVpc.filter(AwsVpcConfiguration::assignPublicIp).isPresent();
    }

    /** {@return the subnets that its tasks may run in, as far as it says} */
    public List<Arn> subnets() {
        String prefix = "arn:" + arn().partition() + ":ec2:" + region() + ":" + account() + ":subnet/";
        return awsVpc.stream()
                .flatMap(network -> network.subnets().stream())
                .distinct()
                .map(subnet -> new Arn(prefix + subnet))
                .toList();
    }

    /**
     * {@return whether all its subnets were seen, and lie in fewer availability zones than that}
     *
     * @param seen how many of its subnets were seen; another account's, that shares them, are not
     * @param zones those that the subnets that were seen lie in
     */
    public boolean spansFewerZones(long seen, Collection<?> zones, long than) {
        return seen == subnets().size() && zones.size() < than;
    }
}
