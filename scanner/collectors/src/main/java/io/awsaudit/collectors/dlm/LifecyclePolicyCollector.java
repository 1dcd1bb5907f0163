package io.awsaudit.collectors.dlm;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.dlm.LifecyclePolicy;
import io.awsaudit.inventory.dlm.LifecyclePolicyDetails;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dlm.DlmClient;
import software.amazon.awssdk.services.dlm.model.CrossRegionCopyAction;
import software.amazon.awssdk.services.dlm.model.CrossRegionCopyRule;
import software.amazon.awssdk.services.dlm.model.LifecyclePolicySummary;
import software.amazon.awssdk.services.dlm.model.PolicyDetails;
import software.amazon.awssdk.services.dlm.model.Schedule;
import software.amazon.awssdk.services.dlm.model.ShareRule;

/** Reads the policies of a region, which AWS gives all at once, and of each what it does. */
final class LifecyclePolicyCollector implements Collector<LifecyclePolicy> {
    private static final AwsService<DlmClient> CLIENT = AwsService.of("dlm", DlmClient::builder);
    private static final Operation GET_LIFECYCLE_POLICIES = Operation.of("dlm:GetLifecyclePolicies");
    private static final Detail DETAILS = Detail.of(LifecyclePolicy.class, "details", "dlm:GetLifecyclePolicy");

    private static final String NAME = "Name";

    @Override
    public Set<Class<? extends LifecyclePolicy>> yields() {
        return Set.of(LifecyclePolicy.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_LIFECYCLE_POLICIES);
    }

    @Override
    public List<Detail> details() {
        return List.of(DETAILS);
    }

    @Override
    public Stream<LifecyclePolicy> collect(Reads reads) {
        return reads.each(
                LifecyclePolicy.class,
                reads.pages(
                        GET_LIFECYCLE_POLICIES,
                        () -> reads.client(CLIENT)
                                .getLifecyclePolicies(request -> {})
                                .policies()),
                policy -> arnOf(policy, reads),
                policy -> read(policy, reads));
    }

    private static Arn arnOf(LifecyclePolicySummary policy, Reads reads) {
        return reads.arn("dlm", "policy/" + policy.policyId());
    }

    private static LifecyclePolicy read(LifecyclePolicySummary listed, Reads reads) {
        Arn arn = arnOf(listed, reads);
        return new LifecyclePolicy(
                Identity.tagged(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.tags().getOrDefault(NAME, listed.policyId()),
                        listed.tags()),
                Answers.sent(listed.stateAsString(), "State"),
                listed.policyTypeAsString() == null ? "" : listed.policyTypeAsString(),
                reads.observe(
                        DETAILS,
                        arn,
                        () -> details(Answers.sent(
                                reads.client(CLIENT)
                                        .getLifecyclePolicy(request -> request.policyId(listed.policyId()))
                                        .policy(),
                                "Policy"))));
    }

    private static LifecyclePolicyDetails details(software.amazon.awssdk.services.dlm.model.LifecyclePolicy policy) {
        PolicyDetails details = Answers.sent(policy.policyDetails(), "PolicyDetails");
        List<CrossRegionCopyRule> rules = details.schedules().stream()
                .map(Schedule::crossRegionCopyRules)
                .flatMap(List::stream)
                .toList();
        // Those of a default policy are encrypted where what is copied is, or where the other region does it by itself.
        List<LifecyclePolicyDetails.Copy> ofDefaults = details.crossRegionCopyTargets().stream()
                .map(target -> new LifecyclePolicyDetails.Copy(
                        target.targetRegion() == null ? "" : target.targetRegion(), false))
                .toList();
        return new LifecyclePolicyDetails(
                Optional.ofNullable(policy.executionRoleArn())
                        .filter(role -> !role.isBlank())
                        .map(Arn::new),
                Optional.ofNullable(policy.statusMessage()).filter(message -> !message.isBlank()),
                Stream.of(
                                rules.stream()
                                        .map(rule -> new LifecyclePolicyDetails.Copy(
                                                target(rule), Boolean.TRUE.equals(rule.encrypted()))),
                                details.actions().stream()
                                        .flatMap(action -> action.crossRegionCopy().stream())
                                        .map(LifecyclePolicyCollector::copy),
                                ofDefaults.stream())
                        .flatMap(copies -> copies)
                        .toList(),
                details.schedules().stream()
                        .flatMap(schedule -> schedule.shareRules().stream())
                        .map(ShareRule::targetAccounts)
                        .flatMap(List::stream)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static String target(CrossRegionCopyRule rule) {
        return rule.target() == null ? Optional.ofNullable(rule.targetRegion()).orElse("") : rule.target();
    }

    private static LifecyclePolicyDetails.Copy copy(CrossRegionCopyAction action) {
        return new LifecyclePolicyDetails.Copy(
                action.target() == null ? "" : action.target(),
                action.encryptionConfiguration() != null
                        && Boolean.TRUE.equals(action.encryptionConfiguration().encrypted()));
    }
}
