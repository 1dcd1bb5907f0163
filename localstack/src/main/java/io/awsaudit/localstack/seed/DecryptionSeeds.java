package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.iam.IamClient;

/** Policies that say with which keys a user, a group or a role may decrypt. */
final class DecryptionSeeds implements Seeds {
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Decrypt", "Effect": "Allow", "Action": "kms:Decrypt",
            "Resource": "%s"}]}""";
    private static final String TRUST = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"},
            "Action": "sts:AssumeRole"}]}""";

    @Override
    public void insecure(EmulatedAccount account) {
        IamClient iam = account.client(IamClient.builder());
        String name = "insecure-decrypts-with-every-key";
        String policy = POLICY.formatted("*");
        iam.createPolicy(request -> request.policyName(name).policyDocument(policy));
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(TRUST));
        iam.putRolePolicy(request -> request.roleName(name).policyName("inline").policyDocument(policy));
        iam.createGroup(request -> request.groupName(name));
        iam.putGroupPolicy(
                request -> request.groupName(name).policyName("inline").policyDocument(policy));
        iam.createUser(request -> request.userName(name));
        iam.putUserPolicy(request -> request.userName(name).policyName("inline").policyDocument(policy));
        iam.addUserToGroup(request -> request.groupName(name).userName(name));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        IamClient iam = account.client(IamClient.builder());
        String policy = POLICY.formatted(KmsSeeds.hardenedKey(account));
        iam.createRole(
                request -> request.roleName("hardened-decrypts-with-one-key").assumeRolePolicyDocument(TRUST));
        iam.putRolePolicy(request -> request.roleName("hardened-decrypts-with-one-key")
                .policyName("inline")
                .policyDocument(policy));
    }
}
