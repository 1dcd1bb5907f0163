package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.ArtifactsType;
import software.amazon.awssdk.services.codebuild.model.ComputeType;
import software.amazon.awssdk.services.codebuild.model.CreateProjectRequest;
import software.amazon.awssdk.services.codebuild.model.EnvironmentType;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariableType;
import software.amazon.awssdk.services.codebuild.model.LogsConfig;
import software.amazon.awssdk.services.codebuild.model.LogsConfigStatusType;
import software.amazon.awssdk.services.codebuild.model.SourceType;
import software.amazon.awssdk.services.codebuild.model.Tag;

/** Build projects. moto has no groups of reports, no webhooks and no ways to sign in to
 * providers, and keeps no project's visibility. */
final class CodeBuildSeeds implements Seeds {
    private static final String ADDRESS = "https://bitbucket.org/team/code.git";

    @Override
    public void insecure(EmulatedAccount account) {
        CodeBuildClient codebuild = account.client(CodeBuildClient.builder());
        project(
                codebuild,
                account,
                "insecure-environment-secret",
                request -> request.environment(environment -> environment
                        .type(EnvironmentType.LINUX_CONTAINER)
                        .image("aws/codebuild/standard:7.0")
                        .computeType(ComputeType.BUILD_GENERAL1_SMALL)
                        .environmentVariables(EnvironmentVariable.builder()
                                .name("API_TOKEN")
                                .value("hunter" + 2)
                                .type(EnvironmentVariableType.PLAINTEXT)
                                .build())));
        project(
                codebuild,
                account,
                "insecure-source-secret",
                request -> request.source(source -> source.type(SourceType.BITBUCKET)
                        .location(ADDRESS.replace("https://", "https://ann:hunter" + 2 + "@"))));
        project(
                codebuild,
                account,
                "insecure-without-logs",
                request ->
                        request.logsConfig(logs(LogsConfigStatusType.DISABLED, LogsConfigStatusType.DISABLED, false)));
        project(
                codebuild,
                account,
                "insecure-plain-logs",
                request -> request.logsConfig(logs(LogsConfigStatusType.ENABLED, LogsConfigStatusType.ENABLED, true)));
        project(
                codebuild,
                account,
                "insecure-privileged",
                request -> request.environment(environment -> environment
                        .type(EnvironmentType.LINUX_CONTAINER)
                        .image("aws/codebuild/standard:7.0")
                        .computeType(ComputeType.BUILD_GENERAL1_SMALL)
                        .privilegedMode(true)));
        project(
                codebuild,
                account,
                "insecure-old-image",
                request -> request.environment(environment -> environment
                        .type(EnvironmentType.LINUX_CONTAINER)
                        .image("aws/codebuild/standard:4.0")
                        .computeType(ComputeType.BUILD_GENERAL1_SMALL)));
        project(
                codebuild,
                account,
                "insecure-plain-artifacts",
                request -> request.artifacts(artifacts ->
                        artifacts.type(ArtifactsType.S3).location("builds").encryptionDisabled(true)));
        project(
                codebuild,
                account,
                "insecure-unverified-source",
                request -> request.source(source -> source.type(SourceType.GITHUB_ENTERPRISE)
                        .location("https://git.example.com/team/code.git")
                        .insecureSsl(true)));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        project(
                account.client(CodeBuildClient.builder()),
                account,
                "hardened-project",
                request -> request.environment(environment -> environment
                        .type(EnvironmentType.LINUX_CONTAINER)
                        .image("aws/codebuild/standard:7.0")
                        .computeType(ComputeType.BUILD_GENERAL1_SMALL)
                        .privilegedMode(false)
                        .environmentVariables(List.of(
                                variable("STAGE", "prod", EnvironmentVariableType.PLAINTEXT),
                                variable("API_TOKEN", "hardened-secret", EnvironmentVariableType.SECRETS_MANAGER)))));
    }

    private static EnvironmentVariable variable(String name, String value, EnvironmentVariableType type) {
        return EnvironmentVariable.builder().name(name).value(value).type(type).build();
    }

    private static void project(
            CodeBuildClient codebuild,
            EmulatedAccount account,
            String name,
            Consumer<CreateProjectRequest.Builder> more) {
        CreateProjectRequest.Builder request = CreateProjectRequest.builder()
                .name(name)
                .source(source -> source.type(SourceType.BITBUCKET).location(ADDRESS))
                .artifacts(artifacts -> artifacts.type(ArtifactsType.NO_ARTIFACTS))
                .serviceRole("arn:aws:iam::%s:role/build".formatted(account.id()))
                .environment(environment -> environment
                        .type(EnvironmentType.LINUX_CONTAINER)
                        .image("aws/codebuild/standard:7.0")
                        .computeType(ComputeType.BUILD_GENERAL1_SMALL))
                .logsConfig(logs(LogsConfigStatusType.ENABLED, LogsConfigStatusType.ENABLED, false))
                .tags(Tag.builder().key("Owner").value("data").build());
        more.accept(request);
        codebuild.createProject(request.build());
    }

    private static LogsConfig logs(LogsConfigStatusType cloudWatch, LogsConfigStatusType s3, boolean plain) {
        return LogsConfig.builder()
                .cloudWatchLogs(logs -> logs.status(cloudWatch))
                .s3Logs(logs -> logs.status(s3).location("build-logs/all").encryptionDisabled(plain))
                .build();
    }
}
