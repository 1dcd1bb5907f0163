package io.awsaudit.collectors.codebuild;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.codebuild.Project;
import io.awsaudit.inventory.codebuild.Project.S3Logs;
import io.awsaudit.inventory.codebuild.Project.Visibility;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariableType;
import software.amazon.awssdk.services.codebuild.model.LogsConfig;
import software.amazon.awssdk.services.codebuild.model.LogsConfigStatusType;
import software.amazon.awssdk.services.codebuild.model.ProjectSource;
import software.amazon.awssdk.services.codebuild.model.Webhook;
import software.amazon.awssdk.services.codebuild.model.WebhookFilter;
import software.amazon.awssdk.services.codebuild.model.WebhookFilterType;

/** Reads the build projects of a region, a hundred with a call; of variables and addresses only whether they hold a credential. */
final class ProjectCollector implements Collector<Project> {
    private static final Operation LIST_PROJECTS =
            Operation.of("codebuild:ListProjects").ownPages(100);
    private static final Operation BATCH_GET_PROJECTS =
            Operation.of("codebuild:BatchGetProjects").batches(CodeBuild.BATCH);

    @Override
    public Set<Class<? extends Project>> yields() {
        return Set.of(Project.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_PROJECTS, BATCH_GET_PROJECTS);
    }

    @Override
    public Stream<Project> collect(Reads reads) {
        CodeBuildClient codebuild = reads.client(CodeBuild.CLIENT);
        List<String> names = reads.pages(
                        LIST_PROJECTS,
                        () -> codebuild.listProjectsPaginator(request -> {}).projects())
                .toList();
        return CodeBuild.batches(names).stream()
                .flatMap(batch -> reads
                        .list(BATCH_GET_PROJECTS, () -> codebuild.batchGetProjects(request -> request.names(batch)))
                        .projects()
                        .stream())
                .map(project -> read(project, reads));
    }

    private static Project read(software.amazon.awssdk.services.codebuild.model.Project listed, Reads reads) {
        List<ProjectSource> sources = Stream.concat(
                        Stream.ofNullable(listed.source()), listed.secondarySources().stream())
                .toList();
        return new Project(
                Identity.tagged(
                        new Arn(listed.arn()),
                        reads.account(),
                        reads.region(),
                        listed.name(),
                        CodeBuild.map(listed.tags())),
                sources.stream()
                        .map(ProjectSource::typeAsString)
                        .filter(Objects::nonNull)
                        .toList(),
                sources.stream().flatMap(ProjectCollector::secretOf).toList(),
                secretsOf(Answers.sent(listed.environment(), "environment").environmentVariables()),
                Boolean.TRUE.equals(listed.environment().privilegedMode()),
                listed.projectVisibilityAsString() == null
                        ? Visibility.PRIVATE // what it was before it could be chosen
                        : new Visibility(listed.projectVisibilityAsString()),
                logsToCloudWatch(listed.logsConfig()),
                s3Logs(listed.logsConfig()),
                Optional.ofNullable(listed.serviceRole())
                        .filter(role -> !role.isEmpty())
                        .map(Arn::new),
                Answers.sent(listed.environment().image(), "image"),
                Stream.concat(Stream.ofNullable(listed.artifacts()), listed.secondaryArtifacts().stream())
                        .map(left -> new Project.Artifacts(
                                Objects.requireNonNullElse(left.typeAsString(), ""),
                                !Boolean.TRUE.equals(left.encryptionDisabled())))
                        .toList(),
                sources.stream()
                        .filter(source -> Boolean.TRUE.equals(source.insecureSsl()))
                        .map(ProjectCollector::nameOf)
                        .toList(),
                actorPatterns(listed.webhook()));
    }

    /** Filters that keep accounts out need not match the whole of one. */
    private static List<String> actorPatterns(@Nullable Webhook webhook) {
        return webhook == null
                ? List.of()
                : webhook.filterGroups().stream()
                        .flatMap(List::stream)
                        .filter(filter -> filter.type() == WebhookFilterType.ACTOR_ACCOUNT_ID
                                && !Boolean.TRUE.equals(filter.excludeMatchedPattern()))
                        .map(WebhookFilter::pattern)
                        .distinct()
                        .toList();
    }

    private static String nameOf(ProjectSource source) {
        return source.sourceIdentifier() == null || source.sourceIdentifier().isEmpty()
                ? "primary source"
                : "source " + source.sourceIdentifier();
    }

    private static Stream<Secret> secretOf(ProjectSource source) {
        return Stream.ofNullable(source.location())
                .flatMap(address -> Secrets.kindOf(address).stream())
                .map(kind -> new Secret(nameOf(source), "looks like " + kind));
    }

    /** Of other types than plain text the value is the name of a parameter or secret. */
    private static List<Secret> secretsOf(List<EnvironmentVariable> variables) {
        return Secrets.inSettings(variables.stream()
                .filter(variable ->
                        variable.typeAsString() == null || variable.type() == EnvironmentVariableType.PLAINTEXT)
                .collect(Collectors.toMap(EnvironmentVariable::name, EnvironmentVariable::value, (one, other) -> one)));
    }

    /** Where nothing was ever chosen, builds log to CloudWatch. */
    private static boolean logsToCloudWatch(@Nullable LogsConfig logs) {
        return logs == null
                || logs.cloudWatchLogs() == null
                || logs.cloudWatchLogs().status() != LogsConfigStatusType.DISABLED;
    }

    private static Optional<S3Logs> s3Logs(@Nullable LogsConfig logs) {
        return logs == null || logs.s3Logs() == null || logs.s3Logs().status() != LogsConfigStatusType.ENABLED
                ? Optional.empty()
                : Optional.of(new S3Logs(
                        Objects.requireNonNullElse(logs.s3Logs().location(), ""),
                        !Boolean.TRUE.equals(logs.s3Logs().encryptionDisabled())));
    }
}
