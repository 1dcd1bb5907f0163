package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.iam.InlinePolicy;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.Tag;

/** The client of IAM, and what its answers have in common. */
final class Iam {
    static final AwsService<IamClient> IAM = AwsService.of("iam", IamClient::builder);

    /** Lists users, groups, roles and policies with all that is in them, as its filter says. */
    static final Operation GET_ACCOUNT_AUTHORIZATION_DETAILS =
            Operation.of("iam:GetAccountAuthorizationDetails").pages(1000);

    /** The most that IAM gives in a page. */
    static final int PAGE = 1000;

    private Iam() {}

    static Map<String, String> tags(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value));
    }

    static List<Arn> attached(List<AttachedPolicy> policies) {
        return policies.stream().map(policy -> new Arn(policy.policyArn())).toList();
    }

    static Optional<Arn> boundary(@Nullable AttachedPermissionsBoundary boundary) {
        return Optional.ofNullable(boundary).map(bound -> new Arn(bound.permissionsBoundaryArn()));
    }

    /** IAM's answers on policies leave out counts of nothing. */
    static int count(@Nullable Integer uses) {
        return uses == null ? 0 : uses;
    }

    static Observed<List<InlinePolicy>> inline(List<PolicyDetail> policies) {
        return Policies.listed(
                () -> policies.stream()
                        .map(policy ->
                                new InlinePolicy(policy.policyName(), Policies.parseEncoded(policy.policyDocument())))
                        .toList(),
                GET_ACCOUNT_AUTHORIZATION_DETAILS);
    }

    static Observed<Policy> document(String encoded) {
        return Policies.listed(() -> Policies.parseEncoded(encoded), GET_ACCOUNT_AUTHORIZATION_DETAILS);
    }
}
