package io.awsaudit.collectors.codedeploy;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Batches;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.codedeploy.DeploymentGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codedeploy.model.Alarm;
import software.amazon.awssdk.services.codedeploy.model.AlarmConfiguration;
import software.amazon.awssdk.services.codedeploy.model.AutoRollbackConfiguration;
import software.amazon.awssdk.services.codedeploy.model.BatchGetDeploymentGroupsResponse;
import software.amazon.awssdk.services.codedeploy.model.DeploymentConfigInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupInfo;
import software.amazon.awssdk.services.codedeploy.model.OutdatedInstancesStrategy;
import software.amazon.awssdk.services.codedeploy.model.TrafficRoutingType;

/** Reads the groups that applications of a region are deployed to, application after application, a hundred with a call. */
final class DeploymentGroupCollector implements Collector<DeploymentGroup> {
    private static final int BATCH = 100;

    private static final Operation LIST_DEPLOYMENT_GROUPS =
            Operation.of("codedeploy:ListDeploymentGroups").per("application");
    private static final Operation BATCH_GET_DEPLOYMENT_GROUPS =
            Operation.of("codedeploy:BatchGetDeploymentGroups").batches(BATCH).per("application");
    private static final Detail ALL_AT_ONCE = Detail.of(
                    DeploymentGroup.class, "allAtOnce", "codedeploy:GetDeploymentConfig")
            .where("its pace is none of AWS's own");
    private static final Detail TAGS = Detail.of(DeploymentGroup.class, "tags", CodeDeploy.LIST_TAGS);

    private static final String AWS_OWN = "CodeDeployDefault.";
    private static final String AT_ONCE = "AllAtOnce";

    @Override
    public Set<Class<? extends DeploymentGroup>> yields() {
        return Set.of(DeploymentGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(CodeDeploy.LIST_APPLICATIONS, LIST_DEPLOYMENT_GROUPS, BATCH_GET_DEPLOYMENT_GROUPS);
    }

    @Override
    public List<Detail> details() {
        return List.of(ALL_AT_ONCE, TAGS);
    }

    @Override
    public Stream<DeploymentGroup> collect(Reads reads) {
        return reads.each(
                DeploymentGroup.class,
                CodeDeploy.applications(reads).flatMap(application -> groups(application, reads)),
                group -> arnOf(group, reads),
                group -> read(group, reads));
    }

    private static Stream<DeploymentGroupInfo> groups(String application, Reads reads) {
        return Batches.of(
                        reads.pages(
                                LIST_DEPLOYMENT_GROUPS,
                                () -> reads.client(CodeDeploy.CLIENT)
                                        .listDeploymentGroupsPaginator(request -> request.applicationName(application))
                                        .deploymentGroups()),
                        BATCH,
                        names -> reads.list(BATCH_GET_DEPLOYMENT_GROUPS, () -> described(application, names, reads)))
                .map(item -> Answers.sent(item.answer().get().get(item.value()), item.value()));
    }

    /** A group that AWS leaves out may be there all the same, and is no reason to think that there is none. */
    private static Map<String, DeploymentGroupInfo> described(String application, List<String> names, Reads reads) {
        BatchGetDeploymentGroupsResponse answer = reads.client(CodeDeploy.CLIENT)
                .batchGetDeploymentGroups(
                        request -> request.applicationName(application).deploymentGroupNames(names));
        Map<String, DeploymentGroupInfo> groups = answer.deploymentGroupsInfo().stream()
                .collect(Collectors.toMap(DeploymentGroupInfo::deploymentGroupName, group -> group));
        names.forEach(name -> Answers.sent(groups.get(name), name));
        return groups;
    }

    private static Arn arnOf(DeploymentGroupInfo group, Reads reads) {
        return reads.arn(
                "codedeploy", "deploymentgroup:" + group.applicationName() + "/" + group.deploymentGroupName());
    }

    private static DeploymentGroup read(DeploymentGroupInfo listed, Reads reads) {
        Arn arn = arnOf(listed, reads);
        String config = Answers.sent(listed.deploymentConfigName(), "deploymentConfigName");
        Optional<AutoRollbackConfiguration> rollback = Optional.ofNullable(listed.autoRollbackConfiguration());
        return new DeploymentGroup(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.deploymentGroupName(),
                        reads.observe(TAGS, arn, () -> CodeDeploy.tags(arn, reads))),
                CodeDeploy.application(listed.applicationName(), reads),
                Answers.sent(listed.computePlatformAsString(), "computePlatform"),
                config,
                rollback.filter(automatic -> Boolean.TRUE.equals(automatic.enabled()))
                        .isPresent(),
                rollback.map(AutoRollbackConfiguration::eventsAsStrings).orElse(List.of()),
                Optional.ofNullable(listed.alarmConfiguration())
                        .filter(watched -> Boolean.TRUE.equals(watched.enabled()))
                        .map(AlarmConfiguration::alarms)
                        .stream()
                        .flatMap(List::stream)
                        .map(Alarm::name)
                        .toList(),
                listed.outdatedInstancesStrategy() == OutdatedInstancesStrategy.IGNORE,
                Optional.ofNullable(listed.serviceRoleArn())
                        .filter(role -> !role.isEmpty())
                        .map(Arn::new),
                config.startsWith(AWS_OWN)
                        ? Observed.known(config.endsWith(AT_ONCE))
                        : reads.observe(ALL_AT_ONCE, arn, () -> isAllAtOnce(config, reads)));
    }

    private static boolean isAllAtOnce(String name, Reads reads) {
        DeploymentConfigInfo config = Answers.sent(
                reads.client(CodeDeploy.CLIENT)
                        .getDeploymentConfig(request -> request.deploymentConfigName(name))
                        .deploymentConfigInfo(),
                "deploymentConfigInfo");
        if (config.trafficRoutingConfig() != null) {
            return config.trafficRoutingConfig().type() == TrafficRoutingType.ALL_AT_ONCE;
        }
        return Answers.sent(
                        Answers.sent(config.minimumHealthyHosts(), "minimumHealthyHosts")
                                .value(),
                        "value")
                == 0;
    }
}
