package io.awsaudit.inventory.datasync;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A task of DataSync, which copies files from one location to another, listed by {@code datasync:ListTasks}.
 *
 * @param status such as {@code AVAILABLE}
 * @param mode {@code BASIC} or {@code ENHANCED}
 * @see <a href="https://docs.aws.amazon.com/datasync/latest/userguide/API_DescribeTask.html">DescribeTask</a>
 */
@CloudFormationType("AWS::DataSync::Task")
public record Task(Identity identity, String status, String mode, Observed<Settings> settings) implements Resource {
    private static final String OFF = "OFF";

    /** Holds where nothing writes to CloudWatch Logs what the task does. */
    public static final Predicate<Settings> UNLOGGED = settings -> !settings.isLogged();

    /** Holds where nothing compares what was copied with where it came from. */
    public static final Predicate<Settings> UNVERIFIED =
            settings -> settings.verifyMode().equals("NONE");

    /** Holds where DataSync itself no longer keeps to the task's schedule, since it has failed too often. */
    public static final Predicate<Settings> SUSPENDED =
            settings -> settings.scheduleDisabledBy().equals("SERVICE");

    /**
     * What {@code datasync:DescribeTask} tells of a task.
     *
     * @param logLevel {@code OFF}, {@code BASIC} or {@code TRANSFER}
     * @param enhanced whether it has a log group of DataSync's own where none is named
     * @param verifyMode {@code NONE} when nothing is verified
     * @param scheduleDisabledBy {@code USER} or {@code SERVICE}; empty while a schedule is kept, or where there is none
     */
    public record Settings(
            Arn source,
            Arn destination,
            Optional<Arn> logGroup,
            String logLevel,
            boolean enhanced,
            String verifyMode,
            String scheduleDisabledBy) {
        /** {@return whether it writes to CloudWatch Logs} */
        public boolean isLogged() {
            return !logLevel.equals(OFF) && (enhanced || logGroup.isPresent());
        }
    }

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream()
                .flatMap(known -> Stream.concat(
                        Stream.of(
                                new Edge(arn(), Relation.CREATED_FROM, known.source()),
                                new Edge(arn(), Relation.ROUTES_TO, known.destination())),
                        known.logGroup().stream().map(group -> new Edge(arn(), Relation.LOGS_TO, group))));
    }
}
