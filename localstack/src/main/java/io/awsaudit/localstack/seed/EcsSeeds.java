package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.CPUArchitecture;
import software.amazon.awssdk.services.ecs.model.ClusterSettingName;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.EFSTransitEncryption;
import software.amazon.awssdk.services.ecs.model.ExecuteCommandLogging;
import software.amazon.awssdk.services.ecs.model.IpcMode;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.ManagedTerminationProtection;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.OSFamily;
import software.amazon.awssdk.services.ecs.model.PidMode;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/**
 * Containers of ECS, none of which runs. moto lists no capacity providers; those here are for the day on which it does.
 */
final class EcsSeeds implements Seeds {
    /** A password, but of nothing; its name alone gives it away. */
    private static final String PASSWORD = "not-a-secret-0123456789";

    private static final String GROUP =
            "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:0a:autoScalingGroupName/";

    @Override
    public void insecure(EmulatedAccount account) {
        EcsClient ecs = account.client(EcsClient.builder());
        ecs.createCluster(request -> request.clusterName("insecure-without-insights")
                .settings(setting ->
                        setting.name(ClusterSettingName.CONTAINER_INSIGHTS).value("disabled")));
        cluster(ecs, "insecure-unlogged-commands", ExecuteCommandLogging.NONE);
        ecs.createCapacityProvider(request -> request.name("insecure-unprotected")
                .autoScalingGroupProvider(provider -> provider.autoScalingGroupArn(GROUP + "insecure-single-zone")
                        .managedTerminationProtection(ManagedTerminationProtection.DISABLED)));

        define(ecs, "insecure-privileged", container().privileged(true));
        define(ecs, "insecure-root", container().user("root"));
        define(ecs, "insecure-unlimited-memory", container().memory(null).memoryReservation(128));
        define(ecs, "insecure-writable", container().readonlyRootFilesystem(false));
        define(ecs, "insecure-unlogged", container().logConfiguration((LogConfiguration) null));
        define(
                ecs,
                "insecure-access-key",
                container()
                        .environment(
                                variable -> variable.name("AWS_ACCESS_KEY_ID").value("")));
        define(
                ecs,
                "insecure-plain-password",
                container().environment(variable -> variable.name("DB_PASSWORD").value(PASSWORD)));
        ecs.registerTaskDefinition(definition("insecure-host-network", container())
                .networkMode(NetworkMode.HOST)
                .build());
        ecs.registerTaskDefinition(definition("insecure-host-processes", container())
                .pidMode(PidMode.HOST)
                .build());
        ecs.registerTaskDefinition(definition("insecure-x86", container())
                .networkMode(NetworkMode.AWSVPC)
                .requiresCompatibilities(Compatibility.FARGATE)
                .build());
        ecs.registerTaskDefinition(definition("insecure-host-memory", container())
                .ipcMode(IpcMode.HOST)
                .build());
        ecs.registerTaskDefinition(definition("insecure-plain-efs", container())
                .volumes(volume -> volume.name("files")
                        .efsVolumeConfiguration(efs ->
                                efs.fileSystemId("fs-12345678").transitEncryption(EFSTransitEncryption.DISABLED)))
                .build());
        ecs.registerTaskDefinition(
                definition("insecure-administrator", container().user("ContainerAdministrator"))
                        .runtimePlatform(platform -> platform.operatingSystemFamily(OSFamily.WINDOWS_SERVER_2022_CORE))
                        .build());

        String cluster = "insecure-unlogged-commands";
        String subnet = VpcSeeds.insecureSubnet(account);
        String group = VpcSeeds.insecureGroup(account);
        // The older revision runs on when its family has a better one.
        define(ecs, "insecure-superseded", container().privileged(true));
        define(ecs, "insecure-superseded", container());
        define(ecs, "insecure-deregistered", container());
        service(
                ecs,
                cluster,
                "insecure-of-old",
                "insecure-deregistered:1",
                "LATEST",
                network(List.of(subnet), group, false));
        ecs.deregisterTaskDefinition(request -> request.taskDefinition("insecure-deregistered:1"));
        service(
                ecs,
                cluster,
                "insecure-public",
                "insecure-superseded:1",
                "LATEST",
                network(List.of(subnet), group, true));
        service(
                ecs,
                cluster,
                "insecure-old-platform",
                "insecure-superseded",
                "1.3.0",
                network(List.of(subnet), group, false));
        ecs.updateService(request ->
                request.cluster(cluster).service("insecure-old-platform").desiredCount(1));
        ecs.createService(request -> request.cluster(cluster)
                .serviceName("insecure-from-outside")
                .taskDefinition("insecure-superseded")
                .desiredCount(0)
                .deploymentController(controller -> controller.type(DeploymentControllerType.EXTERNAL)));
        ecs.createTaskSet(request -> request.cluster(cluster)
                .service("insecure-from-outside")
                .taskDefinition("insecure-superseded")
                .launchType(LaunchType.FARGATE)
                .platformVersion("1.3.0")
                .networkConfiguration(network(List.of(subnet), group, true)));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        EcsClient ecs = account.client(EcsClient.builder());
        cluster(ecs, "hardened-cluster", ExecuteCommandLogging.DEFAULT);
        ecs.createCapacityProvider(request -> request.name("hardened-provider")
                .tags(tag -> tag.key("Owner").value("team"))
                .autoScalingGroupProvider(provider -> provider.autoScalingGroupArn(GROUP + "hardened-group")
                        .managedScaling(scaling -> scaling.status("ENABLED"))
                        .managedTerminationProtection(ManagedTerminationProtection.ENABLED)));
        ecs.registerTaskDefinition(definition("hardened-task", container())
                .networkMode(NetworkMode.AWSVPC)
                .requiresCompatibilities(Compatibility.FARGATE)
                .runtimePlatform(platform ->
                        platform.operatingSystemFamily(OSFamily.LINUX).cpuArchitecture(CPUArchitecture.ARM64))
                .volumes(volume -> volume.name("files")
                        .efsVolumeConfiguration(
                                efs -> efs.fileSystemId("fs-12345678").transitEncryption(EFSTransitEncryption.ENABLED)))
                .tags(tag -> tag.key("Owner").value("team"))
                .build());
        ecs.registerTaskDefinition(
                definition("hardened-windows-task", container().user("ContainerUser"))
                        .runtimePlatform(platform -> platform.operatingSystemFamily(OSFamily.WINDOWS_SERVER_2022_CORE))
                        .build());
        List<String> subnets = VpcSeeds.hardenedSubnets(account);
        String group = VpcSeeds.hardenedGroup(account);
        service(ecs, "hardened-cluster", "hardened-service", "hardened-task", "LATEST", network(subnets, group, false));
        ecs.updateService(request ->
                request.cluster("hardened-cluster").service("hardened-service").desiredCount(2));
        ecs.createService(request -> request.cluster("hardened-cluster")
                .serviceName("hardened-from-outside")
                .tags(tag -> tag.key("Owner").value("team"))
                .taskDefinition("hardened-task")
                .desiredCount(0)
                .deploymentController(controller -> controller.type(DeploymentControllerType.EXTERNAL)));
        ecs.createTaskSet(request -> request.cluster("hardened-cluster")
                .service("hardened-from-outside")
                .taskDefinition("hardened-task")
                .launchType(LaunchType.FARGATE)
                .platformVersion("LATEST")
                .networkConfiguration(network(subnets, group, false)));
    }

    private static void cluster(EcsClient ecs, String name, ExecuteCommandLogging logging) {
        ecs.createCluster(request -> request.clusterName(name)
                .settings(setting ->
                        setting.name(ClusterSettingName.CONTAINER_INSIGHTS).value("enhanced"))
                .configuration(configuration ->
                        configuration.executeCommandConfiguration(commands -> commands.logging(logging)))
                .tags(tag -> tag.key("Owner").value("team")));
    }

    /** With nothing wrong with it. */
    private static ContainerDefinition.Builder container() {
        return ContainerDefinition.builder()
                .name("web")
                .image("111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1")
                .memory(128)
                .user("1000")
                .privileged(false)
                .readonlyRootFilesystem(true)
                .logConfiguration(log -> log.logDriver(LogDriver.AWSLOGS));
    }

    private static RegisterTaskDefinitionRequest.Builder definition(
            String family, ContainerDefinition.Builder container) {
        return RegisterTaskDefinitionRequest.builder().family(family).containerDefinitions(List.of(container.build()));
    }

    private static void define(EcsClient ecs, String family, ContainerDefinition.Builder container) {
        ecs.registerTaskDefinition(definition(family, container).build());
    }

    private static void service(
            EcsClient ecs,
            String cluster,
            String name,
            String definition,
            String platformVersion,
            NetworkConfiguration network) {
        ecs.createService(request -> request.cluster(cluster)
                .serviceName(name)
                .taskDefinition(definition)
                .desiredCount(0)
                .launchType(LaunchType.FARGATE)
                .platformVersion(platformVersion)
                .networkConfiguration(network)
                .deploymentConfiguration(deployment -> deployment.deploymentCircuitBreaker(
                        breaker -> breaker.enable(true).rollback(!name.equals("insecure-public"))))
                .tags(tag -> tag.key("Owner").value("team")));
    }

    private static NetworkConfiguration network(List<String> subnets, String group, boolean withPublicIp) {
        return NetworkConfiguration.builder()
                .awsvpcConfiguration(own -> own.subnets(subnets)
                        .securityGroups(group)
                        .assignPublicIp(withPublicIp ? AssignPublicIp.ENABLED : AssignPublicIp.DISABLED))
                .build();
    }
}
