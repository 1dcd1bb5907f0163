package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AlreadyInOrganizationException;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;
import software.amazon.awssdk.services.organizations.model.PolicyType;

/**
 * The organization, of which the account is the management account.
 *
 * <p>moto knows neither its delegation policy nor what IAM does for it, and has no backup policies.
 */
final class OrganizationsSeeds implements Seeds {
    private static final String BOUNDS = """
            {"Version": "2012-10-17", "Statement": [
             {"Sid": "Stay", "Effect": "Deny", "Action": "organizations:LeaveOrganization", "Resource": "*"},
             {"Sid": "Record", "Effect": "Deny", "Action": ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail"], "Resource": "*"},
             {"Sid": "Regions", "Effect": "Deny", "NotAction": ["iam:*", "organizations:*"], "Resource": "*",
              "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1", "us-east-1"]}}}]}""";
    private static final String STRANGERS_OUT = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Strangers", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
             "Resource": "*", "Condition": {"StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-0a1b2c3d4e"},
             "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}""";
    private static final String OPT_OUT =
            "{\"services\": {\"default\": {\"opt_out_policy\": {\"@@assign\": \"optOut\"}}}}";
    private static final String TAGS = "{\"tags\": {\"Owner\": {\"tag_key\": {\"@@assign\": \"Owner\"}}}}";

    @Override
    public void insecure(EmulatedAccount account) {
        try {
            OrganizationsClient organizations = account.client(OrganizationsClient.builder());
            organizations.createOrganization(
                    request -> request.featureSet(OrganizationFeatureSet.CONSOLIDATED_BILLING));
            organizations.createPolicy(request -> request.name("insecure-loose")
                    .description("For nobody")
                    .type(PolicyType.TAG_POLICY)
                    .content(TAGS));
        } catch (AlreadyInOrganizationException e) {
            return; // the hardened one: an account is in one at most
        }
    }

    @Override
    public void hardened(EmulatedAccount account) {
        OrganizationsClient organizations = account.client(OrganizationsClient.builder());
        organizations.createOrganization(request -> request.featureSet(OrganizationFeatureSet.ALL));
        String root = organizations.listRoots(request -> {}).roots().get(0).id();
        attached(organizations, root, PolicyType.SERVICE_CONTROL_POLICY, "hardened-stay", BOUNDS);
        attached(organizations, root, PolicyType.RESOURCE_CONTROL_POLICY, "hardened-strangers-out", STRANGERS_OUT);
        attached(organizations, root, PolicyType.AISERVICES_OPT_OUT_POLICY, "hardened-opt-out", OPT_OUT);
        attached(organizations, root, PolicyType.TAG_POLICY, "hardened-tags", TAGS);
        String security = organizations
                .createAccount(
                        request -> request.accountName("hardened-security").email("security@example.com"))
                .createAccountStatus()
                .accountId();
        organizations.registerDelegatedAdministrator(
                request -> request.accountId(security).servicePrincipal("guardduty.amazonaws.com"));
    }

    private static void attached(
            OrganizationsClient organizations, String root, PolicyType type, String name, String content) {
        organizations.enablePolicyType(request -> request.rootId(root).policyType(type));
        String policy = organizations
                .createPolicy(request -> request.name(name)
                        .description("For all members")
                        .type(type)
                        .content(content))
                .policy()
                .policySummary()
                .id();
        organizations.attachPolicy(request -> request.policyId(policy).targetId(root));
    }
}
