package io.awsaudit.collectors.batch;

import static io.awsaudit.collectors.batch.Batch.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.batch.JobQueue;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.batch.BatchClient;
import software.amazon.awssdk.services.batch.model.ComputeEnvironmentOrder;
import software.amazon.awssdk.services.batch.model.JQState;
import software.amazon.awssdk.services.batch.model.JQStatus;
import software.amazon.awssdk.services.batch.model.JobQueueDetail;

/** Reads queues of jobs, of which the listing tells all. */
final class JobQueueCollector implements Collector<JobQueue> {
    private static final Operation DESCRIBE =
            Operation.of("batch:DescribeJobQueues").pages(Batch.PAGE);

    @Override
    public Set<Class<? extends JobQueue>> yields() {
        return Set.of(JobQueue.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<JobQueue> collect(Reads reads) {
        BatchClient batch = reads.client(Batch.BATCH);
        return reads.pages(
                        DESCRIBE,
                        () -> batch.describeJobQueuesPaginator(request -> request.maxResults(Batch.PAGE))
                                .jobQueues())
                .filter(queue -> queue.status() != JQStatus.DELETING && queue.status() != JQStatus.DELETED)
                .map(queue -> read(queue, reads));
    }

    private static JobQueue read(JobQueueDetail queue, Reads reads) {
        return new JobQueue(
                Identity.tagged(
                        new Arn(queue.jobQueueArn()),
                        reads.account(),
                        reads.region(),
                        queue.jobQueueName(),
                        queue.tags()),
                queue.state() != JQState.DISABLED,
                new JobQueue.Status(orEmpty(queue.statusAsString())),
                queue.computeEnvironmentOrder().stream()
                        .sorted(Comparator.comparing(
                                ComputeEnvironmentOrder::order, Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(ComputeEnvironmentOrder::computeEnvironment)
                        .map(Arn::new)
                        .toList());
    }
}
