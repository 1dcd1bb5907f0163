package io.awsaudit.inventory.codebuild;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.util.ArrayList;
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
 * @param image what a build runs on, such as {@code aws/codebuild/standard:7.0}; AWS's own start with {@code aws/codebuild/}
 * @param artifacts what a build leaves behind; the primary first
 * @param unverifiedSources sources whose server may show any certificate
 * @param actorPatterns regular expressions of which one has to match the account of whoever makes the change that a webhook
 *     tells of; empty where no webhook asks who that is
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
        Optional<Arn> serviceRole,
        String image,
        List<Artifacts> artifacts,
        List<String> unverifiedSources,
        List<String> actorPatterns)
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

    /**
     * What a build leaves behind.
     *
     * @param type {@code S3}, {@code CODEPIPELINE} or {@code NO_ARTIFACTS}
     */
    public record Artifacts(String type, boolean encrypted) {
        private static final String BUCKET = "S3";

        /** {@return whether they go to a bucket that the project names} */
        public boolean isInBucket() {
            return type.equals(BUCKET);
        }
    }

    private static final String OF_AWS = "aws/codebuild/";

    public Project {
        sources = List.copyOf(sources);
        sourceSecrets = List.copyOf(sourceSecrets);
        environmentSecrets = List.copyOf(environmentSecrets);
        artifacts = List.copyOf(artifacts);
        unverifiedSources = List.copyOf(unverifiedSources);
        actorPatterns = List.copyOf(actorPatterns);
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

    /** {@return whether some of what a build leaves behind goes to a bucket} */
    public boolean hasArtifactsInBucket() {
        return artifacts.stream().anyMatch(Artifacts::isInBucket);
    }

    /** {@return whether some of what a build leaves behind goes to a bucket, and is not encrypted there} */
    public boolean hasPlainArtifacts() {
        return artifacts.stream().anyMatch(left -> left.isInBucket() && !left.encrypted());
    }

    /** {@return whether a build runs on an image of AWS's} */
    public boolean usesAwsImage() {
        return image.startsWith(OF_AWS);
    }

    /** {@return those of the patterns for accounts that match also what only contains an account that is meant} */
    public List<String> unanchoredActorPatterns() {
        return actorPatterns.stream().filter(pattern -> !isAnchored(pattern)).toList();
    }

    /** A pattern finds what it describes anywhere in an account, unless each of its alternatives says where to begin and end. */
    private static boolean isAnchored(String pattern) {
        return alternatives(pattern).stream().allMatch(one -> one.startsWith("^") && endsAnchored(one));
    }

    private static boolean endsAnchored(String pattern) {
        return pattern.endsWith("$") && !pattern.endsWith("\\$");
    }

    /** Splits at bars that stand in no group and in no class. */
    private static List<String> alternatives(String pattern) {
        List<String> found = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        found.add(pattern.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {
                    // stands for itself
                }
            }
        }
        found.add(pattern.substring(start));
        return found;
    }
}
