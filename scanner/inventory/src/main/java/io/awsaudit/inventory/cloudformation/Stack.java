package io.awsaudit.inventory.cloudformation;

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
import java.util.Set;
import java.util.stream.Stream;

/**
 * A stack, read whole by {@code cloudformation:DescribeStacks}, which leaves out those that were deleted. Values of its
 * parameters and outputs are not in it.
 *
 * @param parent the stack that it is nested in
 * @param role what CloudFormation acts as when it changes the stack; whoever changes it where empty
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
        List<Secret> outputSecrets,
        List<Secret> parameterSecrets)
        implements Resource {
    /** Where a stack is in its life. */
    public record Status(String value) implements OpenValue {
        public static final Status CREATE_COMPLETE = new Status("CREATE_COMPLETE");
        public static final Status DELETE_IN_PROGRESS = new Status("DELETE_IN_PROGRESS");
        /** Has only a change set that nobody has executed, and no resource. */
        public static final Status REVIEW_IN_PROGRESS = new Status("REVIEW_IN_PROGRESS");
    }

    private static final Set<Status> NOT_THERE = Set.of(Status.DELETE_IN_PROGRESS, Status.REVIEW_IN_PROGRESS);

    public Stack {
        outputSecrets = List.copyOf(outputSecrets);
        parameterSecrets = List.copyOf(parameterSecrets);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                parent.stream().map(stack -> new Edge(arn(), Relation.IN, stack)),
                role.stream().map(identity -> new Edge(arn(), Relation.RUNS_AS, identity)));
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
