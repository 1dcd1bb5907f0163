package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.iam.AwsManagedPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;

/** Reads the managed policies of AWS that the account uses. */
final class AwsManagedPolicyCollector implements Collector<AwsManagedPolicy> {
    private static final Operation LIST_POLICIES =
            Operation.of("iam:ListPolicies").pages(Iam.PAGE);
    private static final Detail DOCUMENT = Detail.of(AwsManagedPolicy.class, "document", "iam:GetPolicyVersion");

    @Override
    public Set<Class<? extends AwsManagedPolicy>> yields() {
        return Set.of(AwsManagedPolicy.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_POLICIES);
    }

    @Override
    public List<Detail> details() {
        return List.of(DOCUMENT);
    }

    @Override
    public Stream<AwsManagedPolicy> collect(Reads reads) {
        Stream<Policy> policies = reads.pages(
                LIST_POLICIES,
                () -> reads.client(Iam.IAM)
                        .listPoliciesPaginator(request -> request.scope(PolicyScopeType.AWS)
                                .onlyAttached(true)
                                .maxItems(Iam.PAGE))
                        .policies());
        return reads.each(
                AwsManagedPolicy.class, policies, policy -> new Arn(policy.arn()), policy -> read(policy, reads));
    }

    private static AwsManagedPolicy read(Policy policy, Reads reads) {
        Arn arn = new Arn(policy.arn());
        return new AwsManagedPolicy(
                Identity.untagged(arn, reads.account(), Identity.GLOBAL, arn.lastSegment()),
                policy.path(),
                reads.observe(
                        DOCUMENT,
                        arn,
                        () -> Policies.parseEncoded(reads.client(Iam.IAM)
                                .getPolicyVersion(request ->
                                        request.policyArn(policy.arn()).versionId(policy.defaultVersionId()))
                                .policyVersion()
                                .document())),
                Iam.count(policy.attachmentCount()),
                Iam.count(policy.permissionsBoundaryUsageCount()));
    }
}
