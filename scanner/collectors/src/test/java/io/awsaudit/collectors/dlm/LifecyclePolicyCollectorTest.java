package io.awsaudit.collectors.dlm;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.dlm.LifecyclePolicy;
import io.awsaudit.inventory.dlm.LifecyclePolicyDetails;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Data Lifecycle Manager, which the emulator does not have, with AWS's documented responses. */
class LifecyclePolicyCollectorTest {
    private static final String LIST = "GET /policies ";
    private static final String GET = "GET /policies/policy-1";

    @Test
    void policiesComeAllAtOnceWithTheirTags() {
        try (CannedAws aws = new CannedAws()
                .json(
                        LIST,
                        "{\"Policies\": [" + listed("policy-1", "ENABLED") + "," + listed("policy-2", "ERROR") + "]}")
                .json("GET /policies/policy-", "{\"Policy\": {\"PolicyDetails\": {}}}")) {
            List<LifecyclePolicy> policies = aws.collect(LifecyclePolicy.class).resources().stream()
                    .map(LifecyclePolicy.class::cast)
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
            assertThat(policies).extracting(LifecyclePolicy::isWorking).containsExactly(true, false);
            assertThat(policies).allMatch(policy -> policy.tags().knownToBe(Map.of("Owner", "me")));
            assertThat(policies.get(0).arn().value()).isEqualTo("arn:aws:dlm:us-east-1:111122223333:policy/policy-1");
        }
    }

    @Test
    void whatWasNeverSetIsNot() {
        LifecyclePolicyDetails details = details("{\"PolicyDetails\": {\"Schedules\": [{\"Name\": \"s\"}]}}");
        assertThat(details.copies()).isEmpty();
        assertThat(details.sharedAccounts()).isEmpty();
        assertThat(details.role()).isEmpty();
    }

    @Test
    void copiesAndSharesOfAllSchedulesAreRead() {
        LifecyclePolicyDetails details = details("""
                {"ExecutionRoleArn": "arn:aws:iam::111122223333:role/r", "StatusMessage": "no rights", "PolicyDetails": {"Schedules": [
                {"CrossRegionCopyRules": [{"TargetRegion": "eu-west-1", "Encrypted": false}, {"Target": "eu-west-2", "Encrypted": true}],
                "ShareRules": [{"TargetAccounts": ["444455556666"]}]},
                {"ShareRules": [{"TargetAccounts": ["444455556666", "222233334444"]}]}]}}""");
        assertThat(details.copies())
                .containsExactly(
                        new LifecyclePolicyDetails.Copy("eu-west-1", false),
                        new LifecyclePolicyDetails.Copy("eu-west-2", true));
        assertThat(details.sharedAccounts()).containsExactly("222233334444", "444455556666");
        assertThat(LifecyclePolicyDetails.sharedBeyond(List.of("444455556666")).test(details))
                .isTrue();
        assertThat(details.statusMessage()).hasValue("no rights");
    }

    @Test
    void copiesUponAnEventAreRead() {
        LifecyclePolicyDetails details = details("""
                {"PolicyDetails": {"PolicyType": "EVENT_BASED_POLICY", "Actions": [{"Name": "a", "CrossRegionCopy": [
                {"Target": "eu-west-1", "EncryptionConfiguration": {"Encrypted": true}}, {"Target": "eu-west-2"}]}]}}""");
        assertThat(details.copies())
                .containsExactly(
                        new LifecyclePolicyDetails.Copy("eu-west-1", true),
                        new LifecyclePolicyDetails.Copy("eu-west-2", false));
    }

    @Test
    void copiesOfADefaultPolicyAreEncryptedOnlyWhereWhatIsCopiedIs() {
        assertThat(details("""
                {"DefaultPolicy": true, "PolicyDetails": {"CrossRegionCopyTargets": [{"TargetRegion": "eu-west-1"}]}}""").copies()).containsExactly(new LifecyclePolicyDetails.Copy("eu-west-1", false));
    }

    private static LifecyclePolicyDetails details(String policy) {
        try (CannedAws aws = new CannedAws()
                .json(LIST, "{\"Policies\": [" + listed("policy-1", "ENABLED") + "]}")
                .json(GET, "{\"Policy\": " + policy + "}")) {
            return ((LifecyclePolicy)
                            aws.collect(LifecyclePolicy.class).resources().get(0))
                    .details()
                    .asOptional()
                    .orElseThrow();
        }
    }

    private static String listed(String id, String state) {
        return """
                {"PolicyId": "%s", "State": "%s", "PolicyType": "EBS_SNAPSHOT_MANAGEMENT", "Tags": {"Owner": "me"}}""".formatted(id, state);
    }
}
