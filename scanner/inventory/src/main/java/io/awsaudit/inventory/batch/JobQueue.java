package io.awsaudit.inventory.batch;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * A queue of jobs, read whole by {@code batch:DescribeJobQueues}; one that is being deleted is none any more.
 *
 * @param enabled whether it takes jobs
 * @param status {@code INVALID} where Batch cannot use it
 * @param computeEnvironments where its jobs run, in the order in which they are tried
 * @see <a href="https://docs.aws.amazon.com/batch/latest/APIReference/API_JobQueueDetail.html">JobQueueDetail</a>
 */
@CloudFormationType("AWS::Batch::JobQueue")
public record JobQueue(Identity identity, boolean enabled, Status status, List<Arn> computeEnvironments)
        implements Resource {
    public JobQueue {
        computeEnvironments = List.copyOf(computeEnvironments);
    }

    /** Whether Batch can use it. */
    public record Status(String value) implements OpenValue {
        public static final Status VALID = new Status("VALID");
        public static final Status INVALID = new Status("INVALID");
    }

    @Override
    public Stream<Edge> edges() {
        return computeEnvironments.stream()
                .distinct()
                .map(environment -> new Edge(arn(), Relation.ROUTES_TO, environment));
    }
}
