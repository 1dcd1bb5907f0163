package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.iam.ManagedPolicy;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** Reads the account's own managed policies. */
final class ManagedPolicyCollector implements Collector<ManagedPolicy> {
    private static final Detail TAGS = Detail.of(ManagedPolicy.class, "tags", "iam:ListPolicyTags");

    @Override
    public Set<Class<? extends ManagedPolicy>> yields() {
        return Set.of(ManagedPolicy.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(Iam.GET_ACCOUNT_AUTHORIZATION_DETAILS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<ManagedPolicy> collect(Reads reads) {
        Stream<ManagedPolicyDetail> policies = reads.pages(
                Iam.GET_ACCOUNT_AUTHORIZATION_DETAILS,
                () -> reads.client(Iam.IAM)
                        .getAccountAuthorizationDetailsPaginator(request ->
                                request.filter(EntityType.LOCAL_MANAGED_POLICY).maxItems(Iam.PAGE))
                        .policies());
        return reads.each(
                ManagedPolicy.class, policies, policy -> new Arn(policy.arn()), policy -> read(policy, reads));
    }

    private static ManagedPolicy read(ManagedPolicyDetail policy, Reads reads) {
        Arn arn = new Arn(policy.arn());
        Observed<Map<String, String>> tags = reads.observe(
                TAGS,
                arn,
                () -> Iam.tags(reads
                        .client(Iam.IAM)
                        .listPolicyTagsPaginator(
                                request -> request.policyArn(policy.arn()).maxItems(Iam.PAGE))
                        .tags()
                        .stream()
                        .toList()));
        return new ManagedPolicy(
                new Identity(arn, reads.account(), Identity.GLOBAL, arn.lastSegment(), tags),
                policy.path(),
                policy.createDate(),
                policy.updateDate(),
                document(policy),
                Iam.count(policy.attachmentCount()),
                Iam.count(policy.permissionsBoundaryUsageCount()));
    }

    private static Observed<Policy> document(ManagedPolicyDetail policy) {
        return policy.policyVersionList().stream()
                .filter(PolicyVersion::isDefaultVersion)
                .findFirst()
                .map(version -> Iam.document(version.document()))
                .orElseGet(() -> Observed.unknown(new Gap(
                        Gap.Cause.MALFORMED,
                        Iam.GET_ACCOUNT_AUTHORIZATION_DETAILS.id(),
                        Optional.empty(),
                        "the default version is missing")));
    }
}
