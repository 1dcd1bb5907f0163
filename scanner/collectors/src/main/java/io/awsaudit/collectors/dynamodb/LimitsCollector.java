package io.awsaudit.collectors.dynamodb;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.dynamodb.Limits;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.DescribeLimitsResponse;

/** Reads how much capacity the tables of a region may have together. */
final class LimitsCollector implements Collector<Limits> {
    private static final Operation DESCRIBE_LIMITS = Operation.of("dynamodb:DescribeLimits");

    @Override
    public Set<Class<? extends Limits>> yields() {
        return Set.of(Limits.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_LIMITS);
    }

    @Override
    public Stream<Limits> collect(Reads reads) {
        DescribeLimitsResponse limits = reads.list(
                DESCRIBE_LIMITS, () -> reads.client(TableCollector.DYNAMODB).describeLimits(request -> {}));
        return Stream.of(new Limits(
                Identity.untagged(
                        reads.arn("dynamodb", "limits"),
                        reads.account(),
                        reads.region(),
                        "DynamoDB limits of " + reads.region()),
                Answers.sent(limits.accountMaxReadCapacityUnits(), "AccountMaxReadCapacityUnits"),
                Answers.sent(limits.accountMaxWriteCapacityUnits(), "AccountMaxWriteCapacityUnits")));
    }
}
