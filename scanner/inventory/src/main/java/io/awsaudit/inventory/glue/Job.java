package io.awsaudit.inventory.glue;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A job, read by {@code glue:GetJobs} but for its tags. Values of its arguments are not in it.
 *
 * @param command what runs it: {@code glueetl} and {@code gluestreaming} (Spark), {@code pythonshell} or {@code glueray}
 * @param glueVersion such as {@code 4.0}; empty for a job made without one, which runs on the oldest
 * @param argumentSecrets arguments whose value looks like a credential
 * @param continuousLogging whether it was asked to log while it runs; from version 5.0 on it does so anyway
 * @param metrics whether it was asked to publish metrics
 * @param timeoutMinutes after how long a run is stopped; empty where AWS's own limit holds
 * @param securityConfiguration what says how its data is encrypted
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_Job.html">Job</a>
 */
@CloudFormationType("AWS::Glue::Job")
public record Job(
        Identity identity,
        String command,
        Optional<String> glueVersion,
        List<Secret> argumentSecrets,
        boolean continuousLogging,
        boolean metrics,
        Optional<Integer> timeoutMinutes,
        Optional<Arn> securityConfiguration)
        implements Resource {
    private static final Set<String> SPARK = Set.of("glueetl", "gluestreaming");
    private static final int LOGS_BY_ITSELF = 5;

    public Job {
        argumentSecrets = List.copyOf(argumentSecrets);
    }

    /** {@return whether Spark runs it} */
    public boolean isSpark() {
        return SPARK.contains(command);
    }

    /** {@return whether it runs without end, so that no run is ever too long} */
    public boolean isStreaming() {
        return command.equals("gluestreaming");
    }

    /** {@return whether it names none, or one of these versions} */
    public boolean runsOnOneOf(List<String> versions) {
        return glueVersion.isEmpty() || glueVersion.filter(versions::contains).isPresent();
    }

    /** {@return whether a run may take longer than that, or nobody said how long it may} */
    public boolean mayRunLongerThan(long minutes) {
        return timeoutMinutes.isEmpty()
                || timeoutMinutes.filter(timeout -> timeout > minutes).isPresent();
    }

    /** {@return whether its logs are there while it runs, and when it was stopped} */
    public boolean isLogged() {
        return continuousLogging || glueVersion.filter(Job::logsByItself).isPresent();
    }

    private static boolean logsByItself(String version) {
        try {
            return Integer.parseInt(version.replaceFirst("\\..*", "")) >= LOGS_BY_ITSELF;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    public Stream<Edge> edges() {
        return securityConfiguration.stream().map(used -> new Edge(arn(), Relation.CONFIGURED_BY, used));
    }
}
