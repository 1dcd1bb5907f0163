package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.lambda.model.TracingMode;

/** Functions. moto keeps neither a key for the environment nor a dead-letter queue, and lists no URLs. */
final class LambdaSeeds implements Seeds {
    private static final String TRUST = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
            "Principal": {"Service": "lambda.amazonaws.com"}}]}""";

    @Override
    public void insecure(EmulatedAccount account) {
        LambdaClient lambda = account.client(LambdaClient.builder());
        String role = role(account, "insecure-functions");
        List<String> subnet = List.of(VpcSeeds.insecureSubnet(account));
        String group = VpcSeeds.insecureGroup(account);
        function(lambda, "insecure-old-runtime", role, request -> request.runtime(Runtime.PYTHON3_8));
        function(
                lambda,
                "insecure-environment-secret",
                role,
                request -> request.environment(
                        environment -> environment.variables(Map.of("DB_PASSWORD", "hunter" + 2, "STAGE", "prod"))));
        function(
                lambda,
                "insecure-not-traced",
                role,
                request -> request.tracingConfig(tracing -> tracing.mode(TracingMode.PASS_THROUGH)));
        function(
                lambda,
                "insecure-one-zone",
                role,
                request -> request.vpcConfig(vpc -> vpc.subnetIds(subnet).securityGroupIds(group)));
        function(lambda, "insecure-x86", role, request -> request.architectures(Architecture.X86_64));
        function(lambda, "insecure-public", role, request -> {});
        lambda.addPermission(request -> request.functionName("insecure-public")
                .statementId("Open")
                .action("lambda:InvokeFunction")
                .principal("*"));
        function(lambda, "insecure-open-to-buckets", role, request -> {});
        lambda.addPermission(request -> request.functionName("insecure-open-to-buckets")
                .statementId("AnyBucket")
                .action("lambda:InvokeFunction")
                .principal("s3.amazonaws.com"));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        LambdaClient lambda = account.client(LambdaClient.builder());
        String queue = "arn:aws:sqs:%s:%s:hardened-queue".formatted(EmulatedAccount.HOME.id(), account.id());
        function(
                lambda,
                "hardened-function",
                role(account, "hardened-function"),
                request -> request.vpcConfig(vpc -> vpc.subnetIds(VpcSeeds.hardenedSubnets(account))
                        .securityGroupIds(VpcSeeds.hardenedGroup(account))));
        lambda.putFunctionEventInvokeConfig(request -> request.functionName("hardened-function")
                .destinationConfig(to -> to.onFailure(failed -> failed.destination(queue))));
        lambda.addPermission(request -> request.functionName("hardened-function")
                .statementId("OwnBuckets")
                .action("lambda:InvokeFunction")
                .principal("s3.amazonaws.com")
                .sourceAccount(account.id()));
    }

    private static void function(
            LambdaClient lambda, String name, String role, Consumer<CreateFunctionRequest.Builder> more) {
        CreateFunctionRequest.Builder request = CreateFunctionRequest.builder()
                .functionName(name)
                .role(role)
                .runtime(Runtime.PYTHON3_13)
                .architectures(Architecture.ARM64)
                .handler("index.handler")
                .code(code -> code.zipFile(SdkBytes.fromUtf8String("none")))
                .tracingConfig(tracing -> tracing.mode(TracingMode.ACTIVE))
                .tags(Map.of("Owner", "data"));
        more.accept(request);
        lambda.createFunction(request.build());
    }

    private static String role(EmulatedAccount account, String name) {
        return account.client(IamClient.builder(), Region.AWS_GLOBAL)
                .createRole(request -> request.roleName(name)
                        .assumeRolePolicyDocument(TRUST)
                        .tags(Tag.builder().key("Owner").value("data").build()))
                .role()
                .arn();
    }
}
