package io.awsaudit.collectors.xray;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.xray.ResourcePolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the policies by which others may send traces. */
final class ResourcePolicyCollector implements Collector<ResourcePolicy> {
    private static final Operation LIST = Operation.of("xray:ListResourcePolicies");

    @Override
    public Set<Class<? extends ResourcePolicy>> yields() {
        return Set.of(ResourcePolicy.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public Stream<ResourcePolicy> collect(Reads reads) {
        return reads.pages(
                        LIST,
                        () -> reads.client(XRay.XRAY).listResourcePoliciesPaginator(request -> {}).stream()
                                .flatMap(page -> page.resourcePolicies().stream())::iterator)
                .map(policy -> new ResourcePolicy(
                        Identity.untagged(
                                reads.arn("xray", "resource-policy/" + policy.policyName()),
                                reads.account(),
                                reads.region(),
                                policy.policyName()),
                        Policies.listed(
                                () -> Policies.parse(Answers.sent(policy.policyDocument(), "PolicyDocument")), LIST)));
    }
}
