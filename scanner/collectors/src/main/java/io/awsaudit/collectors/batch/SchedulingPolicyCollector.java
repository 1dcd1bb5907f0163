package io.awsaudit.collectors.batch;

import io.awsaudit.collectors.Batches;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.batch.SchedulingPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.batch.BatchClient;
import software.amazon.awssdk.services.batch.model.SchedulingPolicyDetail;
import software.amazon.awssdk.services.batch.model.SchedulingPolicyListingDetail;

/** Reads scheduling policies, of which the listing gives names alone. */
final class SchedulingPolicyCollector implements Collector<SchedulingPolicy> {
    /** The most that a call describes. */
    private static final int BATCH = 100;

    private static final Operation LIST =
            Operation.of("batch:ListSchedulingPolicies").pages(Batch.PAGE);
    private static final Operation DESCRIBE =
            Operation.of("batch:DescribeSchedulingPolicies").batches(BATCH);

    @Override
    public Set<Class<? extends SchedulingPolicy>> yields() {
        return Set.of(SchedulingPolicy.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST, DESCRIBE);
    }

    @Override
    public Stream<SchedulingPolicy> collect(Reads reads) {
        BatchClient batch = reads.client(Batch.BATCH);
        Stream<String> listed = reads.pages(
                        LIST,
                        () -> batch.listSchedulingPoliciesPaginator(request -> request.maxResults(Batch.PAGE))
                                .schedulingPolicies())
                .map(SchedulingPolicyListingDetail::arn);
        return Batches.of(listed, BATCH, arns -> described(arns, batch, reads))
                // One that is missing was deleted since it was listed.
                .flatMap(policy -> Stream.ofNullable(policy.answer().get().get(policy.value())))
                .map(policy -> new SchedulingPolicy(Identity.tagged(
                        new Arn(policy.arn()), reads.account(), reads.region(), policy.name(), policy.tags())));
    }

    private static Map<String, SchedulingPolicyDetail> described(List<String> arns, BatchClient batch, Reads reads) {
        return reads
                .list(
                        DESCRIBE,
                        () -> batch.describeSchedulingPolicies(request -> request.arns(arns))
                                .schedulingPolicies())
                .stream()
                .collect(Collectors.toMap(SchedulingPolicyDetail::arn, policy -> policy, (one, other) -> one));
    }
}
