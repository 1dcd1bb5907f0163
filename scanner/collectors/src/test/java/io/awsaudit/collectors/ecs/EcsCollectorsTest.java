package io.awsaudit.collectors.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.ecs.CapacityProvider;
import io.awsaudit.inventory.ecs.Cluster;
import io.awsaudit.inventory.ecs.Cluster.ContainerInsights;
import io.awsaudit.inventory.ecs.Cluster.ExecuteCommandLogging;
import io.awsaudit.inventory.ecs.ContainerDefinition;
import io.awsaudit.inventory.ecs.Service;
import io.awsaudit.inventory.ecs.Service.SchedulingStrategy;
import io.awsaudit.inventory.ecs.TaskDefinition;
import io.awsaudit.inventory.ecs.TaskSet;
import io.awsaudit.inventory.snapshot.InventoryJson;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the emulator cannot be brought to say of containers, with AWS's documented responses. It has no way to list capacity
 * providers, so these stand here alone.
 */
class EcsCollectorsTest {
    private static final String API = "AmazonEC2ContainerServiceV20141113.";
    private static final String ARN = "arn:aws:ecs:us-east-1:111122223333:";

    @Test
    void clustersAreDescribedPageByPageAndDeletedOnesAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(API + "ListClusters", "{\"clusterArns\":[" + quoted(cluster("one")) + "],\"nextToken\":\"more\"}")
                .json("\"nextToken\":\"more\"", "{\"clusterArns\":[" + quoted(cluster("two")) + "]}")
                .json(API + "DescribeClusters", """
                        {"clusters":[{"clusterArn":"%s","clusterName":"one","status":"ACTIVE"},
                        {"clusterArn":"%s","clusterName":"two","status":"INACTIVE"}],"failures":[]}""".formatted(cluster("one"), cluster("two")))) {
            assertThat(aws.collect(Cluster.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one");
            assertThat(calls(aws, "DescribeClusters"))
                    .singleElement()
                    .satisfies(call -> assertThat(call)
                            .contains(cluster("one"), cluster("two"), "SETTINGS", "CONFIGURATIONS", "TAGS"));
        }
    }

    @Test
    void aClusterWithoutSettingsHasTheirDefaults() {
        try (CannedAws aws = describedCluster("")) {
            Cluster cluster = only(aws.collect(Cluster.class), Cluster.class);
            assertThat(cluster.containerInsights()).isEqualTo(ContainerInsights.DISABLED);
            assertThat(cluster.executeCommandLogging()).isEqualTo(ExecuteCommandLogging.DEFAULT);
            assertThat(cluster.executeCommandKey()).isEmpty();
        }
    }

    @Test
    void whatWasSetOfAClusterIsRead() {
        try (CannedAws aws = describedCluster("""
                ,"settings":[{"name":"containerInsights","value":"enhanced"}],"tags":[{"key":"Owner","value":"me"}],
                "configuration":{"executeCommandConfiguration":{"kmsKeyId":"alias/exec","logging":"NONE"}}""")) {
            Cluster cluster = only(aws.collect(Cluster.class), Cluster.class);
            assertThat(cluster.isWatched()).isTrue();
            assertThat(cluster.forgetsCommands()).isTrue();
            assertThat(cluster.edges())
                    .extracting(edge -> edge.to().value())
                    .containsExactly("arn:aws:kms:us-east-1:111122223333:alias/exec");
            assertThat(cluster.tags().asOptional().orElseThrow()).containsEntry("Owner", "me");
        }
    }

    @Test
    void whatIsGoneSinceItWasListedIsLeftOutAndAnyOtherFailureIsAGap() {
        try (CannedAws aws = listedCluster()
                .json(
                        API + "DescribeClusters",
                        "{\"clusters\":[],\"failures\":[{\"arn\":\"a\",\"reason\":\"MISSING\"}]}")) {
            Inventory inventory = aws.collect(Cluster.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .allSatisfy(listing -> assertThat(listing.gap()).isEmpty());
        }
        try (CannedAws aws = listedCluster()
                .json(
                        API + "DescribeClusters",
                        "{\"clusters\":[],\"failures\":[{\"arn\":\"a\",\"reason\":\"BUSY\"}]}")) {
            assertThat(aws.collect(Cluster.class).coverage().listings())
                    .singleElement()
                    .satisfies(listing -> assertThat(listing.gap()).isPresent());
        }
    }

    @Test
    void servicesAreDescribedInTensAndThoseBeingDeletedAreNone() {
        String names = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> quoted(service("s" + number)))
                .collect(Collectors.joining(","));
        try (CannedAws aws = listedCluster()
                .json(API + "ListServices", "{\"serviceArns\":[" + names + "]}")
                .json(API + "DescribeServices", services(describedService("s1", "ACTIVE", "")))
                .json(service("s11") + "\"]", services(describedService("s11", "DRAINING", "")))) {
            assertThat(aws.collect(Service.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("s1");
            assertThat(calls(aws, "DescribeServices")).hasSize(2);
        }
    }

    @Test
    void servicesAreListedPageByPage() {
        try (CannedAws aws = listedCluster()
                .json(
                        API + "ListServices",
                        "{\"serviceArns\":[" + quoted(service("s1")) + "],\"nextToken\":\"further\"}")
                .json("\"nextToken\":\"further\"", "{\"serviceArns\":[" + quoted(service("s2")) + "]}")
                .json(
                        API + "DescribeServices",
                        services(describedService("s1", "ACTIVE", "") + "," + describedService("s2", "ACTIVE", "")))) {
            assertThat(aws.collect(Service.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("s1", "s2");
            assertThat(calls(aws, "DescribeServices")).hasSize(1);
        }
    }

    @Test
    void aServiceOfCapacityProvidersHasNoLaunchType() {
        try (CannedAws aws = listedService("""
                ,"capacityProviderStrategy":[{"capacityProvider":"FARGATE_SPOT","weight":1}],"platformVersion":"1.3.0","platformFamily":"Linux",
                "taskDefinition":"%stask-definition/web:3","networkConfiguration":{"awsvpcConfiguration":{"subnets":["subnet-1"],
                "securityGroups":["sg-1"],"assignPublicIp":"ENABLED"}}""".formatted(ARN))) {
            Service service = only(aws.collect(Service.class), Service.class);
            assertThat(service.platform().launchType()).isEmpty();
            assertThat(service.platform().isBehind(List.of("1.4.0"), List.of("1.0.0")))
                    .isTrue();
            assertThat(service.assignsPublicIp()).isTrue();
            assertThat(service.schedulingStrategy()).isEqualTo(SchedulingStrategy.REPLICA);
            assertThat(service.rollsBack()).isFalse();
            assertThat(service.edges())
                    .extracting(edge -> edge.to().value())
                    .containsExactly(
                            cluster("one"),
                            "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1",
                            ARN + "task-definition/web:3",
                            "arn:aws:ec2:us-east-1:111122223333:security-group/sg-1");
        }
    }

    @Test
    void aFailedDeploymentIsRolledBackByACircuitBreakerOrAnAlarmThatAreOn() {
        assertThat(rollsBack("\"deploymentCircuitBreaker\":{\"enable\":true,\"rollback\":true}"))
                .isTrue();
        assertThat(rollsBack("\"deploymentCircuitBreaker\":{\"enable\":true,\"rollback\":false}"))
                .isFalse();
        assertThat(rollsBack("\"deploymentCircuitBreaker\":{\"enable\":false,\"rollback\":true}"))
                .isFalse();
        assertThat(rollsBack("\"alarms\":{\"enable\":true,\"rollback\":true,\"alarmNames\":[\"a\"]}"))
                .isTrue();
        assertThat(rollsBack("\"alarms\":{\"enable\":true,\"rollback\":false,\"alarmNames\":[\"a\"]}"))
                .isFalse();
    }

    private static boolean rollsBack(String configuration) {
        try (CannedAws aws =
                listedService(",\"schedulingStrategy\":\"DAEMON\",\"desiredCount\":3,\"deploymentConfiguration\":{"
                        + configuration + "}")) {
            Service service = only(aws.collect(Service.class), Service.class);
            assertThat(service.schedulingStrategy()).isEqualTo(SchedulingStrategy.DAEMON);
            assertThat(service.desiredCount()).isEqualTo(3);
            return service.rollsBack();
        }
    }

    @Test
    void taskSetsComeWithTheirServiceAndThoseThatDrainAreNone() {
        try (CannedAws aws = listedService("""
                ,"deploymentController":{"type":"EXTERNAL"},"taskSets":[{"id":"ecs-svc/1","taskSetArn":"%1$stask-set/one/s1/ecs-svc/1",
                "status":"PRIMARY","launchType":"FARGATE","platformVersion":"1.4.0","networkConfiguration":{"awsvpcConfiguration":
                {"subnets":["subnet-1"],"assignPublicIp":"ENABLED"}}},{"id":"ecs-svc/2","taskSetArn":"%1$stask-set/one/s1/ecs-svc/2",
                "status":"DRAINING"}]""".formatted(ARN))) {
            Inventory inventory = aws.collect(TaskSet.class);
            assertThat(inventory.resources()).extracting(Resource::name).containsExactly("s1", "ecs-svc/1");
            assertThat(((Service) inventory.resources().get(0)).isExternallyDeployed())
                    .isTrue();
            TaskSet taskSet = (TaskSet) inventory.resources().get(1);
            assertThat(taskSet.assignsPublicIp()).isTrue();
            assertThat(taskSet.platform().isFargate()).isTrue();
        }
    }

    @Test
    void capacityProvidersComePageByPageAndAwssOwnAreLeftOut() {
        try (CannedAws aws = new CannedAws()
                .json(API + "DescribeCapacityProviders", """
                        {"capacityProviders":[{"capacityProviderArn":"%1$scapacity-provider/one","name":"one","status":"ACTIVE",
                        "autoScalingGroupProvider":{"autoScalingGroupArn":"arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:0a:x",
                        "managedScaling":{"status":"ENABLED"},"managedTerminationProtection":"ENABLED"}},
                        {"capacityProviderArn":"%1$scapacity-provider/FARGATE","name":"FARGATE","status":"ACTIVE"}],"nextToken":"more"}""".formatted(ARN))
                .json("\"nextToken\":\"more\"", """
                        {"capacityProviders":[{"capacityProviderArn":"%1$scapacity-provider/two","name":"two","status":"ACTIVE",
                        "autoScalingGroupProvider":{"autoScalingGroupArn":"group"}},
                        {"capacityProviderArn":"%1$scapacity-provider/three","name":"three","status":"ACTIVE","cluster":"c",
                        "managedInstancesProvider":{"infrastructureRoleArn":"arn:aws:iam::111122223333:role/r"},"type":"MANAGED_INSTANCES"},
                        {"capacityProviderArn":"%1$scapacity-provider/four","name":"four","status":"INACTIVE"}]}""".formatted(ARN))) {
            List<Resource> providers = aws.collect(CapacityProvider.class).resources();
            assertThat(providers).extracting(Resource::name).containsExactly("one", "three", "two");
            assertThat(providers)
                    .extracting(provider -> ((CapacityProvider) provider).managedTerminationProtection())
                    .containsExactly(true, false, false);
            assertThat(providers)
                    .extracting(provider -> ((CapacityProvider) provider).isAutoScaled())
                    .containsExactly(true, false, true);
        }
    }

    @Test
    void ofEachFamilyTheLatestRevisionIsReadAndWhatServicesRunBesides() {
        try (CannedAws aws = listedService("""
                        ,"taskDefinition":"%1$stask-definition/web:2","deployments":[{"id":"d1","status":"PRIMARY","taskDefinition":
                        "%1$stask-definition/web:3"},{"id":"d2","status":"ACTIVE","taskDefinition":"%1$stask-definition/web:2"}]""".formatted(ARN))
                .json(API + "ListTaskDefinitionFamilies", "{\"families\":[\"web\"],\"nextToken\":\"families\"}")
                .json("\"nextToken\":\"families\"", "{\"families\":[\"batch\"]}")
                .json("\"taskDefinition\":\"web\"", definition("web", 3, "ACTIVE", "", ""))
                .json("\"taskDefinition\":\"batch\"", definition("batch", 7, "ACTIVE", "", ""))
                .json("task-definition/web:2\",\"include\"", definition("web", 2, "INACTIVE", "", ""))) {
            assertThat(aws.collect(TaskDefinition.class).resources())
                    .extracting(Resource::name, revision -> ((TaskDefinition) revision).status())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("batch:7", "ACTIVE"),
                            org.assertj.core.groups.Tuple.tuple("web:2", "INACTIVE"),
                            org.assertj.core.groups.Tuple.tuple("web:3", "ACTIVE"));
            assertThat(calls(aws, "DescribeTaskDefinition")).hasSize(3);
            assertThat(calls(aws, "ListTaskDefinitionFamilies"))
                    .allSatisfy(call -> assertThat(call).contains("\"status\":\"ACTIVE\""));
        }
    }

    @Test
    void whatATaskDefinitionLeavesOutIsOff() {
        try (CannedAws aws = described("", "{\"name\":\"web\",\"image\":\"i\"}")) {
            TaskDefinition definition = only(aws.collect(TaskDefinition.class), TaskDefinition.class);
            assertThat(definition.networkMode()).isEmpty();
            assertThat(definition.cpuArchitecture()).isEmpty();
            assertThat(definition.isWindows()).isFalse();
            ContainerDefinition container = definition.containers().get(0);
            assertThat(container.user()).isEmpty();
            assertThat(container.privileged()).isFalse();
            assertThat(container.readonlyRootFilesystem()).isFalse();
            assertThat(container.isLogged()).isFalse();
            assertThat(container.memoryMiB()).isEmpty();
            assertThat(definition.memory()).isEmpty();
        }
    }

    @Test
    void whatWasSetOfATaskDefinitionIsRead() {
        try (CannedAws aws = described("""
                        ,"networkMode":"host","pidMode":"host","ipcMode":"host","taskRoleArn":"arn:aws:iam::111122223333:role/task",
                        "executionRoleArn":"arn:aws:iam::111122223333:role/execution","runtimePlatform":{"operatingSystemFamily":"LINUX","cpuArchitecture":"ARM64"},
                        "volumes":[{"name":"files","efsVolumeConfiguration":{"fileSystemId":"fs-1"}},{"name":"safe","efsVolumeConfiguration":
                        {"fileSystemId":"fs-1","transitEncryption":"ENABLED"}},{"name":"scratch","host":{}}]""", """
                        {"name":"web","user":"0:0","privileged":true,"readonlyRootFilesystem":true,"logConfiguration":{"logDriver":"awslogs"}}""")) {
            TaskDefinition definition = only(aws.collect(TaskDefinition.class), TaskDefinition.class);
            assertThat(definition.usesHostNetwork()).isTrue();
            assertThat(definition.sharesHostProcesses()).isTrue();
            assertThat(definition.sharesHostMemory()).isTrue();
            assertThat(definition.isForGraviton()).isTrue();
            assertThat(definition.volumesInTheClear()).containsExactly("files");
            assertThat(definition.containersThat(TaskDefinition.PRIVILEGED)).containsExactly("web");
            assertThat(definition.containersThat(TaskDefinition.ROOT)).containsExactly("web");
            assertThat(definition.containersThat(TaskDefinition.WRITABLE)).isEmpty();
            assertThat(definition.containersThat(TaskDefinition.UNLOGGED)).isEmpty();
            assertThat(definition.edges())
                    .extracting(edge -> edge.to().lastSegment())
                    .containsExactly("task", "execution");
        }
    }

    @Test
    void credentialsAreSeenWhereverTheyStandAndKeptNowhere() {
        String token = "ghp_" + "a1".repeat(18);
        try (CannedAws aws = described("", """
                {"name":"web","environment":[{"name":"STAGE","value":"prod"},{"name":"DB_PASSWORD","value":"hunter2hunter2"},
                {"name":"EMPTY_PASSWORD","value":""},{"name":"SOMETHING","value":"%1$s"}],"command":["serve","--token=%1$s","--verbose"],
                "secrets":[{"name":"API_KEY","valueFrom":"arn:aws:secretsmanager:us-east-1:111122223333:secret:k"}],
                "logConfiguration":{"logDriver":"splunk","options":{"splunk-token":"1234-abcd","splunk-url":"https://splunk.example"}}}""".formatted(token))) {
            TaskDefinition definition = only(aws.collect(TaskDefinition.class), TaskDefinition.class);
            assertThat(definition.containers().get(0).environment())
                    .containsExactly("STAGE", "DB_PASSWORD", "EMPTY_PASSWORD", "SOMETHING");
            assertThat(definition.containers().get(0).credentials())
                    .extracting(Secret::where)
                    .containsExactly(
                            "environment DB_PASSWORD",
                            "environment SOMETHING",
                            "logConfiguration splunk-token",
                            "command");
            assertThat(InventoryJson.mapper().writeValueAsString(definition))
                    .doesNotContain(token, "hunter2", "1234-abcd");
        }
    }

    @Test
    void aRefusedDescriptionIsAGapForAllTaskDefinitions() {
        try (CannedAws aws = listedService("")
                .json(API + "ListTaskDefinitionFamilies", "{\"families\":[\"web\"]}")
                .answer(
                        API + "DescribeTaskDefinition",
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}")) {
            assertThat(aws.collect(TaskDefinition.class).coverage().listings())
                    .singleElement()
                    .satisfies(listing -> {
                        assertThat(listing.gap().orElseThrow().cause()).isEqualTo(Gap.Cause.DENIED);
                        assertThat(listing.gap().orElseThrow().operation()).isEqualTo("ecs:DescribeTaskDefinition");
                    });
        }
    }

    private static CannedAws listedCluster() {
        return new CannedAws().json(API + "ListClusters", "{\"clusterArns\":[" + quoted(cluster("one")) + "]}");
    }

    private static CannedAws describedCluster(String more) {
        return listedCluster()
                .json(
                        API + "DescribeClusters",
                        "{\"clusters\":[{\"clusterArn\":\"" + cluster("one")
                                + "\",\"clusterName\":\"one\",\"status\":\"ACTIVE\"" + more + "}],\"failures\":[]}");
    }

    private static CannedAws listedService(String more) {
        return listedCluster()
                .json(API + "ListServices", "{\"serviceArns\":[" + quoted(service("s1")) + "]}")
                .json(API + "DescribeServices", services(describedService("s1", "ACTIVE", more)));
    }

    private static CannedAws described(String more, String containers) {
        return new CannedAws()
                .json(API + "ListClusters", "{\"clusterArns\":[]}")
                .json(API + "ListTaskDefinitionFamilies", "{\"families\":[\"web\"]}")
                .json(API + "DescribeTaskDefinition", definition("web", 1, "ACTIVE", more, containers));
    }

    private static <R extends Resource> R only(Inventory inventory, Class<R> type) {
        assertThat(inventory.resources()).hasSize(1);
        return type.cast(inventory.resources().get(0));
    }

    private static List<String> calls(CannedAws aws, String operation) {
        return aws.requests().stream()
                .filter(request -> request.contains(API + operation + " "))
                .toList();
    }

    private static String services(String services) {
        return "{\"services\":[" + services + "],\"failures\":[]}";
    }

    private static String describedService(String name, String status, String more) {
        return "{\"serviceArn\":\"" + service(name) + "\",\"serviceName\":\"" + name + "\",\"clusterArn\":\""
                + cluster("one") + "\",\"status\":\"" + status + "\"" + more + "}";
    }

    private static String definition(String family, int revision, String status, String more, String containers) {
        return "{\"taskDefinition\":{\"taskDefinitionArn\":\"" + ARN + "task-definition/" + family + ":" + revision
                + "\",\"family\":\"" + family + "\",\"revision\":" + revision + ",\"status\":\"" + status
                + "\",\"containerDefinitions\":[" + containers + "]" + more + "},\"tags\":[]}";
    }

    private static String cluster(String name) {
        return ARN + "cluster/" + name;
    }

    private static String service(String name) {
        return ARN + "service/one/" + name;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
