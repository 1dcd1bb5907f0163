package io.awsaudit.collectors.computeoptimizer;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.computeoptimizer.EnrollmentStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.computeoptimizer.ComputeOptimizerClient;

/** Reads whether an account is enrolled in Compute Optimizer; an account is in all regions or in none. */
final class EnrollmentStatusCollector implements Collector<EnrollmentStatus> {
    private static final AwsService<ComputeOptimizerClient> CLIENT =
            AwsService.of("compute-optimizer", ComputeOptimizerClient::builder);
    private static final Operation GET_ENROLLMENT_STATUS = Operation.of("compute-optimizer:GetEnrollmentStatus");

    @Override
    public Set<Class<? extends EnrollmentStatus>> yields() {
        return Set.of(EnrollmentStatus.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_ENROLLMENT_STATUS);
    }

    @Override
    public Stream<EnrollmentStatus> collect(Reads reads) {
        String status = reads.list(
                GET_ENROLLMENT_STATUS,
                () -> Answers.sent(
                        reads.client(CLIENT).getEnrollmentStatus(request -> {}).statusAsString(), "status"));
        return Stream.of(new EnrollmentStatus(
                Identity.untagged(
                        reads.globalArn("compute-optimizer", "enrollment-status"),
                        reads.account(),
                        Identity.GLOBAL,
                        "Compute Optimizer"),
                new EnrollmentStatus.Status(status)));
    }
}
