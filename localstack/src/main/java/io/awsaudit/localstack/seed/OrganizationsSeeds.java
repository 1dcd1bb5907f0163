package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AlreadyInOrganizationException;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;
import software.amazon.awssdk.services.organizations.model.PolicyType;

/**
 * The organization, of which the account is the management account.
 *
 * <p>moto knows neither its delegation policy nor what IAM does for it.
 */
final class OrganizationsSeeds implements Seeds {
    private static final String NOT_TO_LEAVE = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Stay", "Effect": "Deny",
             "Action": "organizations:LeaveOrganization", "Resource": "*"}]}""";

    @Override
    public void insecure(EmulatedAccount account) {
        try {
            account.client(OrganizationsClient.builder())
                    .createOrganization(request -> request.featureSet(OrganizationFeatureSet.CONSOLIDATED_BILLING));
        } catch (AlreadyInOrganizationException e) {
            return; // the hardened one: an account is in one at most
        }
    }

    @Override
    public void hardened(EmulatedAccount account) {
        OrganizationsClient organizations = account.client(OrganizationsClient.builder());
        organizations.createOrganization(request -> request.featureSet(OrganizationFeatureSet.ALL));
        String root = organizations.listRoots(request -> {}).roots().get(0).id();
        organizations.enablePolicyType(request -> request.rootId(root).policyType(PolicyType.SERVICE_CONTROL_POLICY));
        String policy = organizations
                .createPolicy(request -> request.name("hardened-stay")
                        .description("Members stay")
                        .type(PolicyType.SERVICE_CONTROL_POLICY)
                        .content(NOT_TO_LEAVE))
                .policy()
                .policySummary()
                .id();
        organizations.attachPolicy(request -> request.policyId(policy).targetId(root));
        String security = organizations
                .createAccount(
                        request -> request.accountName("hardened-security").email("security@example.com"))
                .createAccountStatus()
                .accountId();
        organizations.registerDelegatedAdministrator(
                request -> request.accountId(security).servicePrincipal("guardduty.amazonaws.com"));
    }
}
