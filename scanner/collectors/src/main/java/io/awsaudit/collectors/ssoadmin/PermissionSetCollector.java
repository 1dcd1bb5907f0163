package io.awsaudit.collectors.ssoadmin;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.ssoadmin.PermissionSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.Tag;

/**
 * Reads the permission sets of the organisation's IAM Identity Center, in the region that it is in. In other accounts than the
 * one that it belongs to it is listed too, and its permission sets are that account's.
 */
final class PermissionSetCollector implements Collector<PermissionSet> {
    private static final AwsService<SsoAdminClient> SSO = AwsService.of("sso", SsoAdminClient::builder);
    private static final int PAGE = 100;
    private static final Operation LIST_INSTANCES =
            Operation.of("sso:ListInstances").pages(PAGE);
    private static final Operation LIST_SETS =
            Operation.of("sso:ListPermissionSets").pages(PAGE).per("instance");
    private static final Operation DESCRIBE =
            Operation.of("sso:DescribePermissionSet").each();
    private static final Detail INLINE =
            Detail.of(PermissionSet.class, "inlinePolicy", "sso:GetInlinePolicyForPermissionSet");
    private static final Detail MANAGED =
            Detail.of(PermissionSet.class, "managedPolicies", "sso:ListManagedPoliciesInPermissionSet");
    private static final Detail ACCOUNTS =
            Detail.of(PermissionSet.class, "accounts", "sso:ListAccountsForProvisionedPermissionSet");
    private static final Detail TAGS = Detail.of(PermissionSet.class, "tags", "sso:ListTagsForResource");

    /** How long a session is where nobody has said. */
    private static final Duration USUAL_SESSION = Duration.ofHours(1);

    private record Listed(String instance, String set) {}

    @Override
    public Set<Class<? extends PermissionSet>> yields() {
        return Set.of(PermissionSet.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_INSTANCES, LIST_SETS, DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(INLINE, MANAGED, ACCOUNTS, TAGS);
    }

    @Override
    public Stream<PermissionSet> collect(Reads reads) {
        SsoAdminClient sso = reads.client(SSO);
        Stream<Listed> listed = reads.pages(
                        LIST_INSTANCES,
                        () -> sso.listInstancesPaginator(request -> request.maxResults(PAGE))
                                .instances())
                .filter(instance -> reads.account().equals(instance.ownerAccountId()))
                .flatMap(instance -> reads.pages(
                                LIST_SETS,
                                () -> sso.listPermissionSetsPaginator(
                                                request -> request.instanceArn(instance.instanceArn())
                                                        .maxResults(PAGE))
                                        .permissionSets())
                        .map(set -> new Listed(instance.instanceArn(), set)));
        return reads.each(PermissionSet.class, listed, set -> new Arn(set.set()), set -> read(set, sso, reads));
    }

    private static PermissionSet read(Listed listed, SsoAdminClient sso, Reads reads) {
        Arn arn = new Arn(listed.set());
        var set = reads.list(
                DESCRIBE,
                () -> Answers.sent(
                        sso.describePermissionSet(request ->
                                        request.instanceArn(listed.instance()).permissionSetArn(listed.set()))
                                .permissionSet(),
                        "PermissionSet"));
        return new PermissionSet(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        set.name() == null ? arn.lastSegment() : set.name(),
                        reads.observe(TAGS, arn, () -> tagsOf(listed, sso))),
                Optional.ofNullable(set.sessionDuration())
                        .filter(duration -> !duration.isEmpty())
                        .map(Duration::parse)
                        .orElse(USUAL_SESSION)
                        .toMinutes(),
                reads.observe(INLINE, arn, () -> inlinePolicyOf(listed, sso)),
                reads.observe(
                        MANAGED,
                        arn,
                        () -> sso
                                .listManagedPoliciesInPermissionSetPaginator(
                                        request -> request.instanceArn(listed.instance())
                                                .permissionSetArn(listed.set())
                                                .maxResults(PAGE))
                                .attachedManagedPolicies()
                                .stream()
                                .map(policy -> new Arn(policy.arn()))
                                .toList()),
                reads.observe(
                        ACCOUNTS,
                        arn,
                        () -> sso
                                .listAccountsForProvisionedPermissionSetPaginator(
                                        request -> request.instanceArn(listed.instance())
                                                .permissionSetArn(listed.set())
                                                .maxResults(PAGE))
                                .accountIds()
                                .stream()
                                .toList()));
    }

    /** A set that never had a policy of its own has an empty one, or none. */
    private static Policy inlinePolicyOf(Listed listed, SsoAdminClient sso) {
        return Optional.ofNullable(sso.getInlinePolicyForPermissionSet(request ->
                                request.instanceArn(listed.instance()).permissionSetArn(listed.set()))
                        .inlinePolicy())
                .filter(policy -> !policy.isBlank())
                .map(Policies::parse)
                .orElse(Policy.NONE);
    }

    private static Map<String, String> tagsOf(Listed listed, SsoAdminClient sso) {
        return sso
                .listTagsForResourcePaginator(
                        request -> request.instanceArn(listed.instance()).resourceArn(listed.set()))
                .tags()
                .stream()
                .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
    }
}
