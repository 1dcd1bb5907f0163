package io.awsaudit.localstack.seed;

import java.util.function.Consumer;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.AppNetworkAccessType;
import software.amazon.awssdk.services.sagemaker.model.AuthMode;
import software.amazon.awssdk.services.sagemaker.model.CaptureMode;
import software.amazon.awssdk.services.sagemaker.model.ContainerDefinition;
import software.amazon.awssdk.services.sagemaker.model.CreateDomainRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateNotebookInstanceRequest;
import software.amazon.awssdk.services.sagemaker.model.DirectInternetAccess;
import software.amazon.awssdk.services.sagemaker.model.InstanceType;
import software.amazon.awssdk.services.sagemaker.model.MonitoringNetworkConfig;
import software.amazon.awssdk.services.sagemaker.model.MonitoringOutputConfig;
import software.amazon.awssdk.services.sagemaker.model.MonitoringProblemType;
import software.amazon.awssdk.services.sagemaker.model.MonitoringResources;
import software.amazon.awssdk.services.sagemaker.model.ProcessingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantInstanceType;
import software.amazon.awssdk.services.sagemaker.model.RepositoryAccessMode;
import software.amazon.awssdk.services.sagemaker.model.RootAccess;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/**
 * Notebooks, models, endpoints, monitoring and domains. moto keeps no platform and no metadata service of notebooks, no isolation of
 * models, and no deployment of endpoints, so that none of these is hardened.
 */
final class SageMakerSeeds implements Seeds {
    /** Has to be there while endpoints are made, and is not isolated, so that it goes again. */
    private static final String MODEL = "model";

    private static final String SUBNET = "subnet-0a";
    private static final Tag OWNER = Tag.builder().key("Owner").value("data").build();

    @Override
    public void insecure(EmulatedAccount account) {
        SageMakerClient sagemaker = account.client(SageMakerClient.builder());
        String key = "arn:aws:kms:us-east-1:%s:key/0a".formatted(account.id());
        notebook(
                sagemaker,
                "insecure-on-the-internet",
                key,
                request -> request.directInternetAccess(DirectInternetAccess.ENABLED));
        notebook(sagemaker, "insecure-without-key", key, request -> request.kmsKeyId(null));
        notebook(sagemaker, "insecure-outside-vpc", key, request -> request.subnetId(null));
        notebook(sagemaker, "insecure-root", key, request -> request.rootAccess(RootAccess.ENABLED));
        notebook(sagemaker, "insecure-old-type", key, request -> request.instanceType(InstanceType.ML_T2_MEDIUM));
        notebook(sagemaker, "insecure-untagged", key, request -> request.tags(new Tag[0]));
        model(sagemaker, MODEL, request -> {});
        config(
                sagemaker,
                "insecure-alone",
                key,
                request -> request.productionVariants(variant(ProductionVariantInstanceType.ML_M5_LARGE, 1)));
        config(
                sagemaker,
                "insecure-old-instances",
                key,
                request -> request.productionVariants(variant(ProductionVariantInstanceType.ML_M4_XLARGE, 2)));
        config(sagemaker, "insecure-without-key", key, request -> request.kmsKeyId(null));
        config(
                sagemaker,
                "insecure-not-captured",
                key,
                request -> request.dataCaptureConfig(capture -> capture.enableCapture(false)
                        .initialSamplingPercentage(1)
                        .destinationS3Uri("s3://capture")
                        .captureOptions(option -> option.captureMode(CaptureMode.INPUT))));
        sagemaker.createEndpoint(request -> request.endpointName("insecure-without-rollback")
                .endpointConfigName("insecure-alone")
                .tags(OWNER));
        sagemaker.deleteModel(request -> request.modelName(MODEL));
        model(
                sagemaker,
                "insecure-from-ecr",
                request -> request.primaryContainer(container(RepositoryAccessMode.PLATFORM)));
        model(
                sagemaker,
                "insecure-several-from-ecr",
                request -> request.primaryContainer((ContainerDefinition) null)
                        .containers(container(RepositoryAccessMode.VPC), container(RepositoryAccessMode.PLATFORM)));
        model(
                sagemaker,
                "insecure-with-secret",
                request -> request.primaryContainer(container(RepositoryAccessMode.VPC).toBuilder()
                        .environment(java.util.Map.of("API_TOKEN", "hunter" + 2))
                        .build()));
        model(
                sagemaker,
                "insecure-outside-vpc",
                request -> request.vpcConfig((software.amazon.awssdk.services.sagemaker.model.VpcConfig) null));
        jobs(sagemaker, "insecure-traffic-in-the-clear", false, true);
        jobs(sagemaker, "insecure-not-isolated", true, false);
        domain(
                sagemaker,
                "insecure-on-the-internet",
                key,
                request -> request.appNetworkAccessType(AppNetworkAccessType.PUBLIC_INTERNET_ONLY));
        domain(sagemaker, "insecure-without-key", key, request -> request.kmsKeyId(null));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        SageMakerClient sagemaker = account.client(SageMakerClient.builder());
        String key = KmsSeeds.hardenedKey(account);
        model(sagemaker, MODEL, request -> {});
        config(sagemaker, "hardened-config", key, request -> {});
        config(
                sagemaker,
                "hardened-serverless",
                key,
                request -> request.productionVariants(variant -> variant.variantName("all")
                        .modelName(MODEL)
                        .serverlessConfig(
                                serverless -> serverless.memorySizeInMB(2048).maxConcurrency(5))));
        sagemaker.createEndpoint(request -> request.endpointName("hardened-endpoint")
                .endpointConfigName("hardened-serverless")
                .tags(OWNER));
        sagemaker.deleteModel(request -> request.modelName(MODEL));
        jobs(sagemaker, "hardened-job", true, true);
        domain(sagemaker, "hardened-domain", key, request -> {});
    }

    private static void notebook(
            SageMakerClient sagemaker, String name, String key, Consumer<CreateNotebookInstanceRequest.Builder> more) {
        CreateNotebookInstanceRequest.Builder request = CreateNotebookInstanceRequest.builder()
                .notebookInstanceName(name)
                .instanceType(InstanceType.ML_T3_MEDIUM)
                .roleArn("arn:aws:iam::123456789012:role/notebook")
                .subnetId(SUBNET)
                .securityGroupIds("sg-0a")
                .kmsKeyId(key)
                .directInternetAccess(DirectInternetAccess.DISABLED)
                .rootAccess(RootAccess.DISABLED)
                .volumeSizeInGB(5)
                .tags(OWNER);
        more.accept(request);
        sagemaker.createNotebookInstance(request.build());
    }

    private static void config(
            SageMakerClient sagemaker, String name, String key, Consumer<CreateEndpointConfigRequest.Builder> more) {
        CreateEndpointConfigRequest.Builder request = CreateEndpointConfigRequest.builder()
                .endpointConfigName(name)
                .productionVariants(variant(ProductionVariantInstanceType.ML_M5_LARGE, 2))
                .kmsKeyId(key)
                .dataCaptureConfig(capture -> capture.enableCapture(true)
                        .initialSamplingPercentage(20)
                        .destinationS3Uri("s3://capture")
                        .captureOptions(option -> option.captureMode(CaptureMode.INPUT_AND_OUTPUT)))
                .tags(OWNER);
        more.accept(request);
        sagemaker.createEndpointConfig(request.build());
    }

    private static ProductionVariant variant(ProductionVariantInstanceType type, int instances) {
        return ProductionVariant.builder()
                .variantName("all")
                .modelName(MODEL)
                .instanceType(type)
                .initialInstanceCount(instances)
                .build();
    }

    private static void model(SageMakerClient sagemaker, String name, Consumer<CreateModelRequest.Builder> more) {
        CreateModelRequest.Builder request = CreateModelRequest.builder()
                .modelName(name)
                .executionRoleArn("arn:aws:iam::123456789012:role/model")
                .primaryContainer(container(RepositoryAccessMode.VPC))
                .vpcConfig(vpc -> vpc.subnets(SUBNET).securityGroupIds("sg-0a"))
                .enableNetworkIsolation(true)
                .tags(OWNER);
        more.accept(request);
        sagemaker.createModel(request.build());
    }

    private static ContainerDefinition container(RepositoryAccessMode access) {
        return ContainerDefinition.builder()
                .image("registry/image")
                .imageConfig(config -> config.repositoryAccessMode(access))
                .build();
    }

    /** Makes a definition of each kind. */
    private static void jobs(SageMakerClient sagemaker, String name, boolean encrypted, boolean isolated) {
        MonitoringNetworkConfig network = MonitoringNetworkConfig.builder()
                .enableInterContainerTrafficEncryption(encrypted)
                .enableNetworkIsolation(isolated)
                .build();
        MonitoringResources resources = MonitoringResources.builder()
                .clusterConfig(cluster -> cluster.instanceCount(1)
                        .instanceType(ProcessingInstanceType.ML_M5_LARGE)
                        .volumeSizeInGB(20))
                .build();
        MonitoringOutputConfig output = MonitoringOutputConfig.builder()
                .monitoringOutputs(results ->
                        results.s3Output(s3 -> s3.s3Uri("s3://monitoring").localPath("/opt/ml/output")))
                .build();
        String role = "arn:aws:iam::123456789012:role/monitoring";
        sagemaker.createDataQualityJobDefinition(request -> request.jobDefinitionName(name)
                .dataQualityAppSpecification(app -> app.imageUri("registry/monitor"))
                .dataQualityJobInput(input -> input.endpointInput(
                        endpoint -> endpoint.endpointName("endpoint").localPath("/opt/ml/input")))
                .dataQualityJobOutputConfig(output)
                .jobResources(resources)
                .networkConfig(network)
                .roleArn(role)
                .tags(OWNER));
        sagemaker.createModelQualityJobDefinition(request -> request.jobDefinitionName(name)
                .modelQualityAppSpecification(
                        app -> app.imageUri("registry/monitor").problemType(MonitoringProblemType.REGRESSION))
                .modelQualityJobInput(input -> input.endpointInput(
                                endpoint -> endpoint.endpointName("endpoint").localPath("/opt/ml/input"))
                        .groundTruthS3Input(truth -> truth.s3Uri("s3://truth")))
                .modelQualityJobOutputConfig(output)
                .jobResources(resources)
                .networkConfig(network)
                .roleArn(role)
                .tags(OWNER));
        sagemaker.createModelBiasJobDefinition(request -> request.jobDefinitionName(name)
                .modelBiasAppSpecification(
                        app -> app.imageUri("registry/monitor").configUri("s3://config"))
                .modelBiasJobInput(input -> input.endpointInput(
                                endpoint -> endpoint.endpointName("endpoint").localPath("/opt/ml/input"))
                        .groundTruthS3Input(truth -> truth.s3Uri("s3://truth")))
                .modelBiasJobOutputConfig(output)
                .jobResources(resources)
                .networkConfig(network)
                .roleArn(role)
                .tags(OWNER));
        sagemaker.createModelExplainabilityJobDefinition(request -> request.jobDefinitionName(name)
                .modelExplainabilityAppSpecification(
                        app -> app.imageUri("registry/monitor").configUri("s3://config"))
                .modelExplainabilityJobInput(input -> input.endpointInput(
                        endpoint -> endpoint.endpointName("endpoint").localPath("/opt/ml/input")))
                .modelExplainabilityJobOutputConfig(output)
                .jobResources(resources)
                .networkConfig(network)
                .roleArn(role)
                .tags(OWNER));
    }

    private static void domain(
            SageMakerClient sagemaker, String name, String key, Consumer<CreateDomainRequest.Builder> more) {
        CreateDomainRequest.Builder request = CreateDomainRequest.builder()
                .domainName(name)
                .authMode(AuthMode.IAM)
                .defaultUserSettings(settings -> settings.executionRole("arn:aws:iam::123456789012:role/studio"))
                .vpcId("vpc-0a")
                .subnetIds(SUBNET)
                .appNetworkAccessType(AppNetworkAccessType.VPC_ONLY)
                .kmsKeyId(key)
                .tags(OWNER);
        more.accept(request);
        sagemaker.createDomain(request.build());
    }
}
