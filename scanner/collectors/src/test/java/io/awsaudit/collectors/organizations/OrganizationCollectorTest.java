package io.awsaudit.collectors.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.organizations.Organization;
import io.awsaudit.inventory.organizations.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** moto knows neither the delegation policy nor what IAM does for an organization. */
class OrganizationCollectorTest {
    private static final String DESCRIBE = "AWSOrganizationsV20161128.DescribeOrganization";
    private static final String ORGANIZATION = """
            {"Organization": {"Id": "o-abc", "Arn": "arn:aws:organizations::444455556666:organization/o-abc",
             "FeatureSet": "ALL", "MasterAccountId": "444455556666"}}""";

    @Test
    void anAccountInNoneHasNoOrganizationAndNoGap() {
        try (CannedAws aws = new CannedAws()
                .answer(
                        "AWSOrganizationsV20161128.",
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\": \"AWSOrganizationsNotInUseException\", \"Message\": \"not a member\"}")) {
            Inventory inventory = aws.collect(Organization.class, Policy.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .hasSize(2)
                    .allMatch(listing -> listing.gap().isEmpty());
        }
    }

    @Test
    void aMemberIsToldOfTheOrganizationAndNotHowItIsRun() {
        try (CannedAws aws = new CannedAws()
                .answer(
                        "AWSOrganizationsV20161128.",
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\": \"AccessDeniedException\", \"Message\": \"You don't have permissions\"}")
                .answer(
                        "Action=ListOrganizationsFeatures",
                        400,
                        "text/xml",
                        error("AccountNotManagementOrDelegatedAdministrator"))
                .json(DESCRIBE, ORGANIZATION)) {
            Organization organization = only(aws);
            assertThat(organization.managementAccount()).isEqualTo("444455556666");
            assertThat(organization.hasAllFeatures()).isTrue();
            assertThat(organization.rootFeatures().isKnown()).isFalse();
            assertThat(organization.delegationPolicy().isKnown()).isFalse();
            assertThat(organization
                            .delegatedAdministrators()
                            .unknownBecause()
                            .orElseThrow()
                            .cause())
                    .isEqualTo(Gap.Cause.DENIED);
        }
    }

    @Test
    void administratorsComePageByPage() {
        String target = "AWSOrganizationsV20161128.ListDelegatedAdministrators";
        try (CannedAws aws = new CannedAws()
                .json(DESCRIBE, ORGANIZATION)
                .json(target, "{\"DelegatedAdministrators\": [{\"Id\": \"111122223333\"}], \"NextToken\": \"more\"}")
                .json(
                        target + " {\"NextToken\":\"more\"",
                        "{\"DelegatedAdministrators\": [{\"Id\": \"777788889999\"}]}")) {
            assertThat(only(aws).delegatedAdministrators().asOptional().orElseThrow())
                    .containsExactly("111122223333", "777788889999");
        }
    }

    @Test
    void iamThatWasNeverLetInManagesNothing() {
        try (CannedAws aws = new CannedAws()
                .json(DESCRIBE, ORGANIZATION)
                .answer("Action=ListOrganizationsFeatures", 400, "text/xml", error("ServiceAccessNotEnabled"))) {
            assertThat(only(aws).rootFeatures().knownToBe(List.of())).isTrue();
            aws.xml("Action=ListOrganizationsFeatures", """
                    <ListOrganizationsFeaturesResponse><ListOrganizationsFeaturesResult><OrganizationId>o-abc</OrganizationId>
                    <EnabledFeatures><member>RootCredentialsManagement</member></EnabledFeatures>
                    </ListOrganizationsFeaturesResult></ListOrganizationsFeaturesResponse>""");
            assertThat(only(aws).rootFeatures().knownTo(Organization.MANAGES_ROOT))
                    .isTrue();
        }
    }

    @Test
    void policiesMayBeDelegatedOrNot() {
        String target = "AWSOrganizationsV20161128.DescribeResourcePolicy";
        try (CannedAws aws = new CannedAws()
                .json(DESCRIBE, ORGANIZATION)
                .answer(
                        target,
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\": \"ResourcePolicyNotFoundException\", \"Message\": \"none\"}")) {
            assertThat(only(aws).delegationPolicy().knownToBe(io.awsaudit.inventory.policy.Policy.NONE))
                    .isTrue();
            aws.json(target, """
                    {"ResourcePolicy": {"Content": "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Principal\\":
                     {\\"AWS\\": \\"111122223333\\"}, \\"Action\\": \\"organizations:UpdatePolicy\\", \\"Resource\\": \\"*\\"}]}"}}""".replace("\n", " "));
            assertThat(only(aws)
                            .delegationPolicy()
                            .knownTo(policy -> policy.statements().size() == 1))
                    .isTrue();
        }
    }

    @Test
    void ofPoliciesThoseOfTheOrganizationsOwnAreRead() {
        String list = "AWSOrganizationsV20161128.ListPolicies";
        try (CannedAws aws = new CannedAws()
                .json(list, "{\"Policies\": []}")
                .json(list + " {\"Filter\":\"SERVICE_CONTROL_POLICY\"", """
                        {"Policies": [
                          {"Id": "p-FullAWSAccess", "Arn": "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess",
                           "Name": "FullAWSAccess", "Type": "SERVICE_CONTROL_POLICY", "AwsManaged": true},
                          {"Id": "p-1", "Arn": "arn:aws:organizations::444455556666:policy/o-abc/service_control_policy/p-1",
                           "Name": "regions", "Type": "SERVICE_CONTROL_POLICY", "AwsManaged": false}]}""")
                .json(
                        "AWSOrganizationsV20161128.ListTargetsForPolicy",
                        "{\"Targets\": [{\"TargetId\": \"r-1\", \"Type\": \"ROOT\"}]}")) {
            assertThat(aws.collect(Policy.class).resources())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Policy.class,
                            policy -> assertThat(policy.targets().knownToBe(List.of("r-1")))
                                    .isTrue());
            assertThat(aws.requests().stream().filter(request -> request.contains("ListTargetsForPolicy")))
                    .hasSize(1);
        }
    }

    @Test
    void onlyOfServiceControlPoliciesIsReadWhatTheySay() {
        String list = "AWSOrganizationsV20161128.ListPolicies";
        try (CannedAws aws = new CannedAws()
                .json(list, "{\"Policies\": []}")
                .json(list + " {\"Filter\":\"SERVICE_CONTROL_POLICY\"", """
                        {"Policies": [{"Id": "p-1", "Arn": "arn:aws:organizations::444455556666:policy/o-abc/service_control_policy/p-1",
                         "Name": "stay", "Type": "SERVICE_CONTROL_POLICY", "AwsManaged": false}]}""")
                .json(list + " {\"Filter\":\"TAG_POLICY\"", """
                        {"Policies": [{"Id": "p-2", "Arn": "arn:aws:organizations::444455556666:policy/o-abc/tag_policy/p-2",
                         "Name": "tags", "Type": "TAG_POLICY", "AwsManaged": false}]}""")
                .json("AWSOrganizationsV20161128.DescribePolicy", """
                        {"Policy": {"Content": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Deny\\",\
                        \\"Action\\":\\"organizations:LeaveOrganization\\",\\"Resource\\":\\"*\\"}]}"}}""")) {
            List<Policy> policies = aws.collect(Policy.class).resources().stream()
                    .map(Policy.class::cast)
                    .toList();
            assertThat(policies).extracting(Policy::name).containsExactlyInAnyOrder("stay", "tags");
            assertThat(policies)
                    .allSatisfy(policy -> assertThat(policy.statements().knownTo(Policy.KEEPS_MEMBERS))
                            .isEqualTo(policy.isServiceControl()));
            assertThat(policies).allMatch(policy -> policy.statements().isKnown());
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("DescribePolicy"))
                    .hasSize(1);
        }
    }

    private static String error(String code) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                + "</Code><Message>no</Message></Error></ErrorResponse>";
    }

    private static Organization only(CannedAws aws) {
        return (Organization) aws.collect(Organization.class).resources().get(0);
    }
}
