package io.awsaudit.collectors.ssoadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.ssoadmin.PermissionSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS says of permission sets, with its documented responses. */
class PermissionSetCollectorTest {
    private static final String PREFIX = "SWBExternalService.";
    private static final String INSTANCES = PREFIX + "ListInstances";
    private static final String SETS = PREFIX + "ListPermissionSets ";
    private static final String DESCRIBE = PREFIX + "DescribePermissionSet";
    private static final String INLINE = PREFIX + "GetInlinePolicyForPermissionSet";
    private static final String MANAGED = PREFIX + "ListManagedPoliciesInPermissionSet";
    private static final String ACCOUNTS = PREFIX + "ListAccountsForProvisionedPermissionSet";
    private static final String TAGS = PREFIX + "ListTagsForResource";
    private static final String SET = "arn:aws:sso:::permissionSet/ssoins-1/ps-";

    @Test
    void whereThereIsNoInstanceOrAnotherAccountsThereAreNone() {
        for (String instances : List.of("", instance("444455556666"))) {
            try (CannedAws aws = new CannedAws().json(INSTANCES, "{\"Instances\":[" + instances + "]}")) {
                Inventory inventory = aws.collect(PermissionSet.class);
                assertThat(inventory.resources()).isEmpty();
                assertThat(inventory.coverage().listings())
                        .allMatch(listing -> listing.gap().isEmpty());
            }
        }
    }

    @Test
    void setsAreReadToTheLastPage() {
        try (CannedAws aws = own().json(SETS, "{\"PermissionSets\":[\"" + SET + "1\"],\"NextToken\":\"more\"}")
                .json("\"NextToken\":\"more\"", "{\"PermissionSets\":[\"" + SET + "2\"]}")
                .json(DESCRIBE, "{\"PermissionSet\":{\"Name\":\"readers\"}}")) {
            assertThat(aws.collect(PermissionSet.class).resources())
                    .extracting(set -> set.arn().value())
                    .containsExactlyInAnyOrder(SET + "1", SET + "2");
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        for (String inline : List.of("{}", "{\"InlinePolicy\":\"\"}")) {
            try (CannedAws aws = one().json(DESCRIBE, "{\"PermissionSet\":{\"Name\":\"readers\"}}")
                    .json(INLINE, inline)
                    .json(MANAGED, "{\"AttachedManagedPolicies\":[]}")
                    .json(ACCOUNTS, "{\"AccountIds\":[]}")
                    .json(TAGS, "{\"Tags\":[]}")) {
                PermissionSet set = only(aws);
                assertThat(set.name()).isEqualTo("readers");
                assertThat(set.sessionMinutes()).isEqualTo(60);
                assertThat(set.inlinePolicy().knownToBe(Policy.NONE)).isTrue();
                assertThat(set.managedPolicies().knownToBe(List.of())).isTrue();
                assertThat(set.accounts().knownToBe(List.of())).isTrue();
                assertThat(set.tags().knownToBe(Map.of())).isTrue();
                assertThat(set.isForOthers()).isTrue();
            }
        }
    }

    @Test
    void whatWasSetIsRead() {
        try (CannedAws aws = one().json(
                        DESCRIBE, "{\"PermissionSet\":{\"Name\":\"admins\",\"SessionDuration\":\"PT8H30M\"}}")
                .json(
                        INLINE,
                        "{\"InlinePolicy\":\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"}}\"}")
                .json(
                        MANAGED,
                        "{\"AttachedManagedPolicies\":[{\"Name\":\"AdministratorAccess\",\"Arn\":\"arn:aws:iam::aws:policy/AdministratorAccess\"}]}")
                .json(ACCOUNTS, "{\"AccountIds\":[\"444455556666\"],\"NextToken\":\"more\"}")
                .json("\"NextToken\":\"more\"", "{\"AccountIds\":[\"777788889999\"]}")
                .json(TAGS, "{\"Tags\":[{\"Key\":\"Owner\",\"Value\":\"security\"}]}")) {
            PermissionSet set = only(aws);
            assertThat(set.sessionMinutes()).isEqualTo(510);
            assertThat(set.inlinePolicy().knownTo(PermissionSet.EVERYTHING)).isTrue();
            assertThat(set.managedPolicies().knownToBe(List.of(new Arn("arn:aws:iam::aws:policy/AdministratorAccess"))))
                    .isTrue();
            assertThat(set.accounts().knownToBe(List.of("444455556666", "777788889999")))
                    .isTrue();
            assertThat(set.tags().knownToBe(Map.of("Owner", "security"))).isTrue();
            assertThat(set.isForAdministrators()).isTrue();
        }
    }

    private static CannedAws own() {
        return new CannedAws().json(INSTANCES, "{\"Instances\":[" + instance("111122223333") + "]}");
    }

    private static CannedAws one() {
        return own().json(SETS, "{\"PermissionSets\":[\"" + SET + "1\"]}");
    }

    private static PermissionSet only(CannedAws aws) {
        return (PermissionSet) aws.collect(PermissionSet.class).resources().get(0);
    }

    private static String instance(String owner) {
        return "{\"InstanceArn\":\"arn:aws:sso:::instance/ssoins-1\",\"OwnerAccountId\":\"" + owner
                + "\",\"Status\":\"ACTIVE\"}";
    }
}
