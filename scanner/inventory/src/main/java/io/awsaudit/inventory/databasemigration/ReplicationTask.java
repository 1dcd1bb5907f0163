package io.awsaudit.inventory.databasemigration;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A task that copies a database to another one, read by {@code dms:DescribeReplicationTasks} but for its tags. One that is being
 * deleted is none any more.
 *
 * @param instance what it runs on
 * @param logging whether it writes a log
 * @param logSeverities from what on each of its components writes, such as {@code LOGGER_SEVERITY_DEFAULT} for {@code TARGET_LOAD}
 * @see <a href="https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html">Logging</a>
 */
@CloudFormationType("AWS::DMS::ReplicationTask")
public record ReplicationTask(
        Identity identity,
        String status,
        Arn source,
        Arn target,
        Arn instance,
        boolean logging,
        Map<String, String> logSeverities)
        implements Resource {
    /** Those that write what an operator needs; what is beyond writes warnings or errors alone. */
    private static final Set<String> ENOUGH =
            Set.of("LOGGER_SEVERITY_DEFAULT", "LOGGER_SEVERITY_DEBUG", "LOGGER_SEVERITY_DETAILED_DEBUG");

    public ReplicationTask {
        logSeverities = Map.copyOf(logSeverities);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                new Edge(arn(), Relation.IN, instance),
                new Edge(arn(), Relation.ROUTES_TO, target),
                new Edge(arn(), Relation.CREATED_FROM, source));
    }

    /** {@return whether it writes what all of some components do, and not their errors alone} */
    public boolean logs(String... components) {
        return logging && Stream.of(components).allMatch(each -> ENOUGH.contains(logSeverities.getOrDefault(each, "")));
    }

    /** {@return whether it logs what it reads from its source} */
    public boolean isSourceLogged() {
        return logs("SOURCE_CAPTURE", "SOURCE_UNLOAD");
    }

    /** {@return whether it logs what it writes to its target} */
    public boolean isTargetLogged() {
        return logs("TARGET_APPLY", "TARGET_LOAD");
    }
}
