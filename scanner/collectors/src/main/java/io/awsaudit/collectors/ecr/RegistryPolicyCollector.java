package io.awsaudit.collectors.ecr;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ecr.RegistryPolicy;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the policy of a region's registry, where it has one. */
final class RegistryPolicyCollector implements Collector<RegistryPolicy> {
    private static final Operation GET_POLICY = Operation.of("ecr:GetRegistryPolicy");

    @Override
    public Set<Class<? extends RegistryPolicy>> yields() {
        return Set.of(RegistryPolicy.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_POLICY);
    }

    @Override
    public Stream<RegistryPolicy> collect(Reads reads) {
        return reads
                .list(
                        GET_POLICY,
                        () -> Answers.orIfAbsent(
                                () -> Optional.of(Policies.parse(Answers.sent(
                                        reads.client(Ecr.ECR)
                                                .getRegistryPolicy(request -> {})
                                                .policyText(),
                                        "policyText"))),
                                Optional.<Policy>empty(),
                                "RegistryPolicyNotFoundException"))
                .map(policy -> new RegistryPolicy(
                        Identity.untagged(
                                reads.arn("ecr", "registry-policy"), reads.account(), reads.region(), "registry"),
                        policy))
                .stream();
    }
}
