package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.ProvisionTargetType;

/** Permission sets of IAM Identity Center, of which moto has an instance in every region, and whose tags it does not tell. */
final class IdentityCenterSeeds implements Seeds {
    private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
    private static final String READER = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    @Override
    public void insecure(EmulatedAccount account) {
        SsoAdminClient sso = account.client(SsoAdminClient.builder());
        String instance = instance(sso);
        assign(sso, instance, set(sso, instance, "insecure-long", "PT12H", READER));
        assign(sso, instance, set(sso, instance, "insecure-long-administrator", "PT6H", ADMINISTRATOR));
        String inline = set(sso, instance, "insecure-inline-administrator", "PT1H", READER);
        sso.putInlinePolicyToPermissionSet(request ->
                request.instanceArn(instance).permissionSetArn(inline).inlinePolicy("""
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"""));
        assign(sso, instance, inline);
        set(sso, instance, "insecure-unassigned", "PT1H", READER);
    }

    @Override
    public void hardened(EmulatedAccount account) {
        SsoAdminClient sso = account.client(SsoAdminClient.builder());
        String instance = instance(sso);
        assign(sso, instance, set(sso, instance, "hardened-readers", "PT8H", READER));
        assign(sso, instance, set(sso, instance, "hardened-administrators", "PT1H", ADMINISTRATOR));
    }

    private static String instance(SsoAdminClient sso) {
        return sso.listInstances(request -> {}).instances().get(0).instanceArn();
    }

    private static String set(SsoAdminClient sso, String instance, String name, String session, String policy) {
        String set = sso.createPermissionSet(
                        request -> request.instanceArn(instance).name(name).sessionDuration(session))
                .permissionSet()
                .permissionSetArn();
        sso.attachManagedPolicyToPermissionSet(
                request -> request.instanceArn(instance).permissionSetArn(set).managedPolicyArn(policy));
        return set;
    }

    private static void assign(SsoAdminClient sso, String instance, String set) {
        sso.provisionPermissionSet(request -> request.instanceArn(instance)
                .permissionSetArn(set)
                .targetType(ProvisionTargetType.ALL_PROVISIONED_ACCOUNTS));
    }
}
