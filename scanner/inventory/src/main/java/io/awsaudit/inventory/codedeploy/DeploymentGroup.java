package io.awsaudit.inventory.codedeploy;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where revisions of an application are deployed to and how, read by {@code codedeploy:BatchGetDeploymentGroups} but for its
 * tags and the pace.
 *
 * @param computePlatform {@code Server}, {@code Lambda} or {@code ECS}
 * @param deploymentConfig the name of what says at which pace; AWS's own start with {@code CodeDeployDefault.}
 * @param autoRollback whether the last good revision is deployed again, upon some event
 * @param rollbackEvents upon which, such as {@code DEPLOYMENT_FAILURE}
 * @param alarms those of CloudWatch that stop a deployment; none where they are not heeded
 * @param outdatedInstancesIgnored whether instances that start while a deployment runs keep the old revision
 * @param allAtOnce whether a revision goes to all instances, or takes all requests, at the same time
 * @see <a href="https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentGroupInfo.html">DeploymentGroupInfo</a>
 */
@CloudFormationType("AWS::CodeDeploy::DeploymentGroup")
public record DeploymentGroup(
        Identity identity,
        Arn application,
        String computePlatform,
        String deploymentConfig,
        boolean autoRollback,
        List<String> rollbackEvents,
        List<String> alarms,
        boolean outdatedInstancesIgnored,
        Optional<Arn> serviceRole,
        Observed<Boolean> allAtOnce)
        implements Resource {
    private static final String SERVERS = "Server";
    private static final String STOPPED_BY_ALARM = "DEPLOYMENT_STOP_ON_ALARM";

    public DeploymentGroup {
        rollbackEvents = List.copyOf(rollbackEvents);
        alarms = List.copyOf(alarms);
    }

    /** {@return whether it is of machines, in EC2 or elsewhere} */
    public boolean isOfServers() {
        return computePlatform.equals(SERVERS);
    }

    /** {@return whether the last good revision is deployed again upon some event} */
    public boolean isRolledBack() {
        return autoRollback && !rollbackEvents.isEmpty();
    }

    /** {@return whether the last good revision is deployed again when an alarm goes off} */
    public boolean isWatched() {
        return autoRollback && rollbackEvents.contains(STOPPED_BY_ALARM) && !alarms.isEmpty();
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.IN, application)),
                serviceRole.stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role)));
    }
}
