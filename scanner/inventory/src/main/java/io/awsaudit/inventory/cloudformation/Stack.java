package io.awsaudit.inventory.cloudformation;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A stack, read whole by {@code cloudformation:DescribeStacks}, which leaves out those that were deleted. Values of its
 * parameters and outputs are not in it.
 *
 * @param parent the stack that it is nested in
 * @param role what CloudFormation acts as when it changes the stack; whoever changes it where empty
 * @param drift what AWS found when it last compared what is there with the template
 * @param driftChecked when that was; empty where it never was
 * @param notificationTopics topics of SNS that are told what happens to it
 * @param rollbackDisabled whether what was made remains when making it fails
 * @param outputSecrets outputs that look like a credential
 * @param parameterSecrets parameters without {@code NoEcho} that look like a credential
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Stack.html">Stack</a>
 */
@CloudFormationType("AWS::CloudFormation::Stack")
public record Stack(
        Identity identity,
        Status status,
        boolean terminationProtection,
        Optional<Arn> parent,
        Optional<Arn> role,
        Drift drift,
        Optional<Instant> driftChecked,
        List<Arn> notificationTopics,
        boolean rollbackDisabled,
        List<Secret> outputSecrets,
        List<Secret> parameterSecrets)
        implements Resource {
    /** Where a stack is in its life. */
    public record Status(String value) implements OpenValue {
        public static final Status CREATE_COMPLETE = new Status("CREATE_COMPLETE");
        public static final Status DELETE_IN_PROGRESS = new Status("DELETE_IN_PROGRESS");
        public static final Status CREATE_FAILED = new Status("CREATE_FAILED");
        public static final Status DELETE_FAILED = new Status("DELETE_FAILED");
        public static final Status IMPORT_ROLLBACK_FAILED = new Status("IMPORT_ROLLBACK_FAILED");
        /** Could not be made, and has nothing in it; it can only be deleted. */
        public static final Status ROLLBACK_COMPLETE = new Status("ROLLBACK_COMPLETE");

        public static final Status ROLLBACK_FAILED = new Status("ROLLBACK_FAILED");
        public static final Status UPDATE_FAILED = new Status("UPDATE_FAILED");
        public static final Status UPDATE_ROLLBACK_FAILED = new Status("UPDATE_ROLLBACK_FAILED");
        /** Has only a change set that nobody has executed, and no resource. */
        public static final Status REVIEW_IN_PROGRESS = new Status("REVIEW_IN_PROGRESS");
    }

    /** Whether what is there is what the template says. */
    public record Drift(String value) implements OpenValue {
        public static final Drift DRIFTED = new Drift("DRIFTED");
        public static final Drift IN_SYNC = new Drift("IN_SYNC");
        public static final Drift NOT_CHECKED = new Drift("NOT_CHECKED");

        /** {@return whether AWS has compared the two, and come to a result} */
        public boolean isDecided() {
            return equals(DRIFTED) || equals(IN_SYNC);
        }
    }

    private static final Set<Status> BROKEN = Set.of(
            Status.CREATE_FAILED,
            Status.DELETE_FAILED,
            Status.IMPORT_ROLLBACK_FAILED,
            Status.ROLLBACK_COMPLETE,
            Status.ROLLBACK_FAILED,
            Status.UPDATE_FAILED,
            Status.UPDATE_ROLLBACK_FAILED);

    private static final Set<Status> NOT_THERE = Set.of(Status.DELETE_IN_PROGRESS, Status.REVIEW_IN_PROGRESS);

    public Stack {
        notificationTopics = List.copyOf(notificationTopics);
        outputSecrets = List.copyOf(outputSecrets);
        parameterSecrets = List.copyOf(parameterSecrets);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        parent.stream().map(stack -> new Edge(arn(), Relation.IN, stack)),
                        role.stream().map(identity -> new Edge(arn(), Relation.RUNS_AS, identity)),
                        notificationTopics.stream().map(topic -> new Edge(arn(), Relation.NOTIFIES, topic)))
                .flatMap(edges -> edges);
    }

    /** {@return whether the last change of it failed, and left it as nobody meant it} */
    public boolean isBroken() {
        return BROKEN.contains(status);
    }

    /** {@return whether nobody has compared it with its template in the given days before a moment} */
    public boolean isUncheckedFor(long days, Instant asOf) {
        return driftChecked
                .filter(last -> !last.isBefore(asOf.minus(Duration.ofDays(days))))
                .isEmpty();
    }

    /** {@return whether it has no resources yet, or soon none any more} */
    public boolean isNotThere() {
        return NOT_THERE.contains(status);
    }

    /** {@return whether it is made and deleted with the stack that it is nested in, and never by itself} */
    public boolean isNested() {
        return parent.isPresent();
    }
}
