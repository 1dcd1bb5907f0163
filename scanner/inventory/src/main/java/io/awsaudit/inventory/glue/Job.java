package io.awsaudit.inventory.glue;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A job, read by {@code glue:GetJobs} but for its tags.
 *
 * @param command what runs it: {@code glueetl} and {@code gluestreaming} (Spark), {@code pythonshell} or {@code glueray}
 * @param glueVersion such as {@code 4.0}; empty for a job made without one, which runs on the oldest
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_Job.html">Job</a>
 */
@CloudFormationType("AWS::Glue::Job")
public record Job(Identity identity, String command, Optional<String> glueVersion) implements Resource {
    private static final Set<String> SPARK = Set.of("glueetl", "gluestreaming");

    /** {@return whether Spark runs it} */
    public boolean isSpark() {
        return SPARK.contains(command);
    }

    /** {@return whether it names none, or one of these versions} */
    public boolean runsOnOneOf(List<String> versions) {
        return glueVersion.isEmpty() || glueVersion.filter(versions::contains).isPresent();
    }
}
