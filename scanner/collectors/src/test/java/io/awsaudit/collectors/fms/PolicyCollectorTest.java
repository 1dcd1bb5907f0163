package io.awsaudit.collectors.fms;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.fms.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS says of Firewall Manager, with its documented responses: no emulator has it. */
class PolicyCollectorTest {
    private static final String LIST = "AWSFMS_20180101.ListPolicies";
    private static final String COMPLIANCE = "AWSFMS_20180101.ListComplianceStatus";
    private static final String TAGS = "AWSFMS_20180101.ListTagsForResource";

    @Test
    void whereNobodyAdministersItThereAreNoPoliciesAndNoGap() {
        for (String message : List.of(
                "No default admin could be found for account 111122223333 in Region us-east-1",
                "Operation ListPolicies is only available to AWS Firewall Manager Administrators.")) {
            try (CannedAws aws = refusing(message)) {
                Inventory inventory = aws.collect(Policy.class);
                assertThat(inventory.resources()).isEmpty();
                assertThat(inventory.coverage().listings())
                        .singleElement()
                        .matches(listing -> listing.gap().isEmpty());
            }
        }
    }

    @Test
    void aRefusalByIamIsAGapAlthoughItsCodeIsTheSame() {
        try (CannedAws aws =
                refusing("User: arn:aws:iam::111122223333:user/a is not authorized to perform: fms:ListPolicies")) {
            assertThat(aws.collect(Policy.class).coverage().listings())
                    .singleElement()
                    .satisfies(
                            listing -> assertThat(listing.gap().map(Gap::cause)).contains(Gap.Cause.DENIED));
        }
    }

    @Test
    void policiesAndWhoDoesNotKeepThemAreReadToTheLastPage() {
        try (CannedAws aws = new CannedAws()
                .json(
                        LIST,
                        "{\"PolicyList\":[" + policy("a", "\"RemediationEnabled\":true") + "],\"NextToken\":\"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"PolicyList\":[" + policy("b", "\"PolicyStatus\":\"OUT_OF_ADMIN_SCOPE\"") + "]}")
                .json(COMPLIANCE, """
                        {"PolicyComplianceStatusList":[
                        {"MemberAccount":"444455556666","EvaluationResults":[{"ComplianceStatus":"COMPLIANT","ViolatorCount":0},
                        {"ComplianceStatus":"NON_COMPLIANT","ViolatorCount":2}]},
                        {"MemberAccount":"777788889999","EvaluationResults":[{"ComplianceStatus":"COMPLIANT","ViolatorCount":0},
                        {"ComplianceStatus":"NON_COMPLIANT","ViolatorCount":0}]}],"NextToken":"further"}""")
                .json("\"NextToken\":\"further\"", """
                        {"PolicyComplianceStatusList":[
                        {"MemberAccount":"222233334444","EvaluationResults":[{"ComplianceStatus":"NON_COMPLIANT","ViolatorCount":1}]}]}""")
                .json(TAGS, "{\"TagList\":[{\"Key\":\"Owner\",\"Value\":\"network\"}]}")) {
            List<Policy> policies = aws.collect(Policy.class).resources().stream()
                    .map(Policy.class::cast)
                    .toList();
            assertThat(policies).extracting(Policy::name).containsExactly("a", "b");
            assertThat(policies).extracting(Policy::remediationEnabled).containsExactly(true, false);
            assertThat(policies).extracting(Policy::outOfScope).containsExactly(false, true);
            assertThat(policies.get(0).violators().knownToBe(List.of("222233334444", "444455556666")))
                    .isTrue();
            assertThat(policies.get(0).tags().knownToBe(Map.of("Owner", "network")))
                    .isTrue();
        }
    }

    private static CannedAws refusing(String message) {
        return new CannedAws()
                .answer(
                        LIST,
                        400,
                        "application/json",
                        "{\"__type\":\"AccessDeniedException\",\"message\":\"" + message + "\"}");
    }

    private static String policy(String name, String more) {
        return "{\"PolicyArn\":\"arn:aws:fms:us-east-1:111122223333:policy/" + name + "\",\"PolicyId\":\"" + name
                + "\",\"PolicyName\":\"" + name + "\",\"SecurityServiceType\":\"WAFV2\"," + more + "}";
    }
}
