package io.awsaudit.inventory.codebuild;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A build project, read whole by {@code codebuild:BatchGetProjects}. Values of its variables and addresses of its sources are
 * not in it.
 *
 * @param sources the kinds of its sources, such as {@code GITHUB}; the primary one first
 * @param sourceSecrets sources whose address holds what looks like a credential
 * @param environmentSecrets variables in plain text whose value looks like a credential
 * @param privileged whether a build is root on the machine that it runs on, as Docker wants it
 * @param serviceRole what a build acts as
 * @see <a href="https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html">Project</a>
 */
@CloudFormationType("AWS::CodeBuild::Project")
public record Project(
        Identity identity,
        List<String> sources,
        List<Secret> sourceSecrets,
        List<Secret> environmentSecrets,
        boolean privileged,
        Visibility visibility,
        boolean cloudWatchLogs,
        Optional<S3Logs> s3Logs,
        Optional<Arn> serviceRole)
        implements Resource {
    /** Who may see builds, their logs and artifacts. */
    public record Visibility(String value) implements OpenValue {
        public static final Visibility PRIVATE = new Visibility("PRIVATE");
        public static final Visibility PUBLIC_READ = new Visibility("PUBLIC_READ");
    }

    /**
     * Logs in a bucket.
     *
     * @param location the bucket's name and a prefix
     */
    public record S3Logs(String location, boolean encrypted) {}

    public Project {
        sources = List.copyOf(sources);
        sourceSecrets = List.copyOf(sourceSecrets);
        environmentSecrets = List.copyOf(environmentSecrets);
    }

    @Override
    public Stream<Edge> edges() {
        return serviceRole.stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role));
    }

    /** {@return whether its builds leave a log} */
    public boolean isLogged() {
        return cloudWatchLogs || s3Logs.isPresent();
    }

    /** {@return whether logs go to a bucket, and are not encrypted there} */
    public boolean hasPlainLogs() {
        return s3Logs.filter(logs -> !logs.encrypted()).isPresent();
    }
}
