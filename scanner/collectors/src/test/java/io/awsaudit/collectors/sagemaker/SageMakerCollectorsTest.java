package io.awsaudit.collectors.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.sagemaker.AppImageConfig;
import io.awsaudit.inventory.sagemaker.DataQualityJobDefinition;
import io.awsaudit.inventory.sagemaker.Domain;
import io.awsaudit.inventory.sagemaker.Endpoint;
import io.awsaudit.inventory.sagemaker.EndpointConfig;
import io.awsaudit.inventory.sagemaker.FeatureGroup;
import io.awsaudit.inventory.sagemaker.Image;
import io.awsaudit.inventory.sagemaker.InferenceExperiment;
import io.awsaudit.inventory.sagemaker.Model;
import io.awsaudit.inventory.sagemaker.ModelBiasJobDefinition;
import io.awsaudit.inventory.sagemaker.ModelExplainabilityJobDefinition;
import io.awsaudit.inventory.sagemaker.ModelQualityJobDefinition;
import io.awsaudit.inventory.sagemaker.MonitoringNetwork;
import io.awsaudit.inventory.sagemaker.MonitoringSchedule;
import io.awsaudit.inventory.sagemaker.NotebookInstance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the emulator cannot be brought to say of SageMaker, with AWS's documented responses. It has no schedules, experiments,
 * images or lists of feature groups, and keeps no platform, metadata service or isolation.
 */
class SageMakerCollectorsTest {
    private static final String ARN = "arn:aws:sagemaker:us-east-1:111122223333:";

    @Test
    void notebooksComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = aws().json(
                        "SageMaker.ListNotebookInstances",
                        "{\"NotebookInstances\": [" + notebook("one", "InService") + "], \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"NotebookInstances\": [" + notebook("two", "Stopped") + "," + notebook("old", "Deleting")
                                + "]}")
                .json("SageMaker.DescribeNotebookInstance", """
                    {"NotebookInstanceName": "one", "DirectInternetAccess": "Disabled", "RootAccess": "Disabled",
                    "SubnetId": "subnet-0a", "SecurityGroups": ["sg-0a"], "PlatformIdentifier": "notebook-al2023-v1",
                    "KmsKeyId": "alias/own", "InstanceMetadataServiceConfiguration":
                    {"MinimumInstanceMetadataServiceVersion": "2"},
                    "RoleArn": "arn:aws:iam::111122223333:role/notebook"}\
                    """)) {
            List<NotebookInstance> notebooks = all(aws.collect(NotebookInstance.class), NotebookInstance.class);
            assertThat(notebooks).extracting(Resource::name).containsExactly("one", "two");
            assertThat(notebooks).extracting(NotebookInstance::family).containsOnly("t3");
            assertThat(notebooks).allMatch(notebook -> notebook.tags().knownToBe(Map.of("Owner", "me")));
            assertThat(notebooks)
                    .allMatch(notebook -> notebook.settings().knownNotTo(NotebookInstance.ON_THE_INTERNET)
                            && notebook.settings().knownNotTo(NotebookInstance.OUTSIDE_VPC)
                            && notebook.settings().knownNotTo(NotebookInstance.ROOT_FOR_USERS)
                            && notebook.settings().knownNotTo(NotebookInstance.WITHOUT_KEY)
                            && notebook.settings().knownNotTo(NotebookInstance.ANSWERS_METADATA_V1)
                            && !notebook.runsOnOneOf(List.of("notebook-al2-v3")));
            assertThat(notebooks.get(0).edges()).hasSize(3);
        }
    }

    @Test
    void whatANotebookNeverHadIsKnown() {
        try (CannedAws aws = aws().json(
                        "SageMaker.ListNotebookInstances",
                        "{\"NotebookInstances\": [" + notebook("one", "InService") + "]}")
                .json("SageMaker.DescribeNotebookInstance", """
                    {"NotebookInstanceName": "one", "DirectInternetAccess": "Enabled", "RootAccess": "Enabled"}\
                    """)) {
            NotebookInstance notebook = all(aws.collect(NotebookInstance.class), NotebookInstance.class)
                    .get(0);
            assertThat(notebook.settings().knownTo(NotebookInstance.ON_THE_INTERNET))
                    .isTrue();
            assertThat(notebook.settings().knownTo(NotebookInstance.OUTSIDE_VPC))
                    .isTrue();
            assertThat(notebook.settings().knownTo(NotebookInstance.ROOT_FOR_USERS))
                    .isTrue();
            assertThat(notebook.settings().knownTo(NotebookInstance.WITHOUT_KEY))
                    .isTrue();
            assertThat(notebook.settings().knownTo(NotebookInstance.ANSWERS_METADATA_V1))
                    .isTrue();
            assertThat(notebook.runsOnOneOf(List.of())).isTrue();
        }
    }

    @Test
    void anAnswerWithoutWhatAwsAlwaysSendsIsNone() {
        try (CannedAws aws = aws().json(
                        "SageMaker.ListNotebookInstances",
                        "{\"NotebookInstances\": [" + notebook("one", "InService") + "]}")
                .json("SageMaker.DescribeNotebookInstance", "{\"NotebookInstanceName\": \"one\"}")) {
            assertThat(all(aws.collect(NotebookInstance.class), NotebookInstance.class)
                            .get(0)
                            .settings()
                            .isKnown())
                    .isFalse();
        }
    }

    @Test
    void whatEndpointsRunOnIsRead() {
        try (CannedAws aws = aws().json("SageMaker.ListEndpointConfigs", """
            {"EndpointConfigs": [{"EndpointConfigName": "one", "EndpointConfigArn": "%sendpoint-config/one"}]}\
            """.formatted(ARN))
                .json("SageMaker.DescribeEndpointConfig", """
                    {"EndpointConfigName": "one", "ProductionVariants": [
                    {"VariantName": "a", "InstanceType": "ml.g5.xlarge", "InitialInstanceCount": 1},
                    {"VariantName": "b", "ServerlessConfig": {"MemorySizeInMB": 2048, "MaxConcurrency": 5}}],
                    "DataCaptureConfig": {"EnableCapture": true}}\
                    """)
                .json("SageMaker.ListEndpoints", """
                    {"Endpoints": [{"EndpointName": "one", "EndpointArn": "%sendpoint/one", "EndpointStatus": "InService"},
                    {"EndpointName": "old", "EndpointArn": "%sendpoint/old", "EndpointStatus": "Deleting"}]}\
                    """.formatted(ARN, ARN))
                .json("SageMaker.DescribeEndpoint {", """
                    {"EndpointName": "one", "EndpointConfigName": "one", "ProductionVariants": [{"VariantName": "a"}],
                    "LastDeploymentConfig": {"AutoRollbackConfiguration": {"Alarms": [{"AlarmName": "errors"}]}}}\
                    """)) {
            Inventory inventory = aws.collect(EndpointConfig.class, Endpoint.class);
            EndpointConfig config = all(inventory, EndpointConfig.class).get(0);
            assertThat(config.settings().knownTo(EndpointConfig.ALONE)).isTrue();
            assertThat(config.settings().knownNotTo(EndpointConfig.SERVERLESS)).isTrue();
            assertThat(config.settings().knownNotTo(EndpointConfig.NOT_CAPTURED))
                    .isTrue();
            assertThat(config.lacksKey(List.of())).isTrue();
            assertThat(config.lacksKey(List.of("g5"))).isFalse();
            assertThat(config.takesNoKey(List.of("g5"))).isTrue();
            assertThat(config.runsOnOneOf(List.of("g5"))).isTrue();
            List<Endpoint> endpoints = all(inventory, Endpoint.class);
            assertThat(endpoints).extracting(Resource::name).containsExactly("one");
            assertThat(endpoints.get(0).deployment().knownNotTo(Endpoint.WITHOUT_ROLLBACK))
                    .isTrue();
            assertThat(endpoints.get(0).deployment().knownNotTo(Endpoint.SERVERLESS))
                    .isTrue();
            assertThat(endpoints.get(0).edges().map(edge -> edge.to())).containsExactly(config.arn());
        }
    }

    @Test
    void modelsAreReadWithoutTheirEnvironments() {
        try (CannedAws aws =
                aws().json("SageMaker.ListModels", """
                    {"Models": [{"ModelName": "one", "ModelArn": "%smodel/one"}]}\
                    """.formatted(ARN)).json("SageMaker.DescribeModel", """
                            {"ModelName": "one", "EnableNetworkIsolation": true, "PrimaryContainer": {"Image": "image",
                            "Environment": {"DB_PASSWORD": "hunter2"}, "ImageConfig": {"RepositoryAccessMode": "Platform"}},
                            "VpcConfig": {"Subnets": ["subnet-0a"], "SecurityGroupIds": ["sg-0a"]}}\
                            """)) {
            Model model = all(aws.collect(Model.class), Model.class).get(0);
            assertThat(model.settings().knownNotTo(Model.NOT_ISOLATED)).isTrue();
            assertThat(model.settings().knownTo(Model.PUBLIC_PRIMARY)).isTrue();
            assertThat(model.settings().knownTo(Model.WITHOUT_CONTAINERS)).isTrue();
            assertThat(model.settings().knownNotTo(Model.OUTSIDE_VPC)).isTrue();
            assertThat(model.settings().knownTo(Model.WITH_SECRETS)).isTrue();
            assertThat(model.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void aModelOfSeveralContainersWithoutSettingsIsOpen() {
        try (CannedAws aws =
                aws().json("SageMaker.ListModels", """
                    {"Models": [{"ModelName": "one", "ModelArn": "%smodel/one"}]}\
                    """.formatted(ARN)).json("SageMaker.DescribeModel", """
                            {"ModelName": "one", "Containers": [{"Image": "a"}, {"Image": "b"}]}\
                            """)) {
            Model model = all(aws.collect(Model.class), Model.class).get(0);
            assertThat(model.settings().knownTo(Model.NOT_ISOLATED)).isTrue();
            assertThat(model.settings().knownTo(Model.WITHOUT_PRIMARY)).isTrue();
            assertThat(model.settings().knownTo(Model.PUBLIC_CONTAINERS)).isTrue();
            assertThat(model.settings().knownTo(Model.OUTSIDE_VPC)).isTrue();
            assertThat(model.settings().knownNotTo(Model.WITH_SECRETS)).isTrue();
        }
    }

    @Test
    void definitionsWithoutANetworkAreOpen() {
        try (CannedAws aws = aws().json("JobDefinitions", """
            {"JobDefinitionSummaries": [{"MonitoringJobDefinitionName": "one",
            "MonitoringJobDefinitionArn": "%sdata-quality-job-definition/one"}]}\
            """.formatted(ARN))
                .json("JobDefinition {\"JobDefinitionName", "{\"JobDefinitionName\": \"one\"}")
                .json("SageMaker.DescribeDataQualityJobDefinition", """
                    {"JobDefinitionName": "one", "NetworkConfig": {"EnableNetworkIsolation": true,
                    "EnableInterContainerTrafficEncryption": true}}\
                    """)) {
            Inventory inventory = aws.collect(
                    DataQualityJobDefinition.class,
                    ModelQualityJobDefinition.class,
                    ModelBiasJobDefinition.class,
                    ModelExplainabilityJobDefinition.class);
            assertThat(all(inventory, DataQualityJobDefinition.class).get(0).network())
                    .matches(network -> network.knownToBe(new MonitoringNetwork(true, true)));
            assertThat(all(inventory, ModelQualityJobDefinition.class).get(0).network())
                    .matches(network -> network.knownToBe(MonitoringNetwork.OPEN));
            assertThat(all(inventory, ModelBiasJobDefinition.class).get(0).network())
                    .matches(network -> network.knownToBe(MonitoringNetwork.OPEN));
            assertThat(all(inventory, ModelExplainabilityJobDefinition.class)
                            .get(0)
                            .network())
                    .matches(network -> network.knownToBe(MonitoringNetwork.OPEN));
        }
    }

    @Test
    void aScheduleHasADefinitionOfItsOwnOrNamesOne() {
        try (CannedAws aws = aws().json("SageMaker.ListMonitoringSchedules", """
            {"MonitoringScheduleSummaries": [
            {"MonitoringScheduleName": "named", "MonitoringScheduleArn": "%smonitoring-schedule/named"},
            {"MonitoringScheduleName": "own", "MonitoringScheduleArn": "%smonitoring-schedule/own"}]}\
            """.formatted(ARN, ARN))
                .json(
                        "\"MonitoringScheduleName\":\"named\"",
                        "{\"MonitoringScheduleConfig\": {\"MonitoringJobDefinitionName\": \"quality\"}}")
                .json(
                        "\"MonitoringScheduleName\":\"own\"",
                        "{\"MonitoringScheduleConfig\": {\"MonitoringJobDefinition\": {\"RoleArn\": \"role\"}}}")) {
            List<MonitoringSchedule> schedules = all(aws.collect(MonitoringSchedule.class), MonitoringSchedule.class);
            assertThat(schedules.get(0).job().knownTo(MonitoringSchedule.DEFINED_ELSEWHERE))
                    .isTrue();
            assertThat(schedules.get(0).job().knownNotTo(MonitoringSchedule.NOT_ISOLATED))
                    .isTrue();
            assertThat(schedules.get(1).job().knownNotTo(MonitoringSchedule.DEFINED_ELSEWHERE))
                    .isTrue();
            assertThat(schedules.get(1).job().knownTo(MonitoringSchedule.NOT_ISOLATED))
                    .isTrue();
            assertThat(schedules.get(1).job().knownTo(MonitoringSchedule.CLEAR_TRAFFIC))
                    .isTrue();
        }
    }

    @Test
    void featureGroupsAreReadWithTheirStores() {
        try (CannedAws aws = aws().json("SageMaker.ListFeatureGroups", """
            {"FeatureGroupSummaries": [
            {"FeatureGroupName": "one", "FeatureGroupArn": "%sfeature-group/one", "FeatureGroupStatus": "Created"},
            {"FeatureGroupName": "old", "FeatureGroupArn": "%sfeature-group/old", "FeatureGroupStatus": "Deleting"},
            {"FeatureGroupName": "bad", "FeatureGroupArn": "%sfeature-group/bad",
            "FeatureGroupStatus": "CreateFailed"}]}\
            """.formatted(ARN, ARN, ARN))
                .json("SageMaker.DescribeFeatureGroup", """
                    {"FeatureGroupName": "one", "OnlineStoreConfig": {"EnableOnlineStore": true},
                    "OfflineStoreConfig": {"S3StorageConfig": {"S3Uri": "s3://bucket"}}}\
                    """)) {
            List<FeatureGroup> groups = all(aws.collect(FeatureGroup.class), FeatureGroup.class);
            assertThat(groups).extracting(Resource::name).containsExactly("one");
            assertThat(groups.get(0).stores().knownTo(FeatureGroup.ONLINE_WITHOUT_KEY))
                    .isTrue();
            assertThat(groups.get(0).stores().knownTo(FeatureGroup.OFFLINE_WITHOUT_KEY))
                    .isTrue();
            assertThat(groups.get(0).stores().knownNotTo(FeatureGroup.NOT_IN_STANDARD_STORE))
                    .isTrue();
        }
    }

    @Test
    void domainsAndExperimentsAreReadUnlessTheyHaveEnded() {
        try (CannedAws aws = aws().json("SageMaker.ListDomains", """
            {"Domains": [{"DomainArn": "%sdomain/d-one", "DomainId": "d-one", "DomainName": "one",
            "Status": "InService"}, {"DomainArn": "%sdomain/d-old", "DomainId": "d-old", "Status": "Deleting"}]}\
            """.formatted(ARN, ARN))
                .json("SageMaker.DescribeDomain", "{\"DomainId\": \"d-one\", \"AppNetworkAccessType\": \"VpcOnly\"}")
                .json("SageMaker.ListInferenceExperiments", """
                    {"InferenceExperiments": [{"Name": "one", "Status": "Running"}, {"Name": "done", "Status": "Completed"},
                    {"Name": "off", "Status": "Cancelled"}]}\
                    """)
                .json("SageMaker.DescribeInferenceExperiment", """
                    {"Name": "one", "KmsKey": "alias/own", "DataStorageConfig": {"Destination": "s3://bucket"}}\
                    """)) {
            Inventory inventory = aws.collect(Domain.class, InferenceExperiment.class);
            List<Domain> domains = all(inventory, Domain.class);
            assertThat(domains).extracting(Resource::name).containsExactly("one");
            assertThat(domains.get(0).settings().knownNotTo(Domain.ON_THE_INTERNET))
                    .isTrue();
            assertThat(domains.get(0).settings().knownTo(Domain.WITHOUT_KEY)).isTrue();
            List<InferenceExperiment> experiments = all(inventory, InferenceExperiment.class);
            assertThat(experiments).extracting(Resource::name).containsExactly("one");
            assertThat(experiments.get(0).encryption().knownNotTo(InferenceExperiment.VOLUMES_WITHOUT_KEY))
                    .isTrue();
            assertThat(experiments.get(0).encryption().knownTo(InferenceExperiment.RECORDS_WITHOUT_KEY))
                    .isTrue();
        }
    }

    @Test
    void imagesAreReadWithTheirTags() {
        try (CannedAws aws = aws().json("SageMaker.ListImages", """
            {"Images": [{"ImageName": "one", "ImageArn": "%simage/one", "ImageStatus": "CREATED"},
            {"ImageName": "old", "ImageArn": "%simage/old", "ImageStatus": "DELETING"}]}\
            """.formatted(ARN, ARN))
                .json("SageMaker.ListAppImageConfigs", """
                    {"AppImageConfigs": [{"AppImageConfigName": "two", "AppImageConfigArn": "%sapp-image-config/two"}]}\
                    """.formatted(ARN))) {
            Inventory inventory = aws.collect(Image.class, AppImageConfig.class);
            assertThat(inventory.resources()).extracting(Resource::name).containsExactlyInAnyOrder("one", "two");
            assertThat(inventory.resources())
                    .allMatch(resource -> resource.tags().knownToBe(Map.of("Owner", "me")));
        }
    }

    private static CannedAws aws() {
        return new CannedAws().json("SageMaker.ListTags", "{\"Tags\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}");
    }

    private static String notebook(String name, String status) {
        return "{\"NotebookInstanceName\": \"" + name + "\", \"NotebookInstanceArn\": \"" + ARN + "notebook-instance/"
                + name + "\", \"NotebookInstanceStatus\": \"" + status
                + "\", \"InstanceType\": \"ml.t3.medium\", \"LastModifiedTime\": 1764547200}";
    }

    private static <R extends Resource> List<R> all(Inventory inventory, Class<R> type) {
        return inventory.resources().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
