package io.awsaudit.localstack.seed;

import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamPrincipalType;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.iam.IamClient;

/** Users, groups, roles, policies, and the password policy. The root user cannot be touched: no API does. */
final class IamSeeds implements Seeds {
    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String SUPPORT = "arn:aws:iam::aws:policy/AWSSupportAccess";
    private static final String CLOUD_SHELL = "arn:aws:iam::aws:policy/AWSCloudShellFullAccess";
    private static final String PASSWORD = "Not-a-secret-0123456789";
    private static final String ANOTHER_ACCOUNT = "444455556666";
    private static final String GITHUB = "token.actions.githubusercontent.com";

    @Override
    public void insecure(EmulatedAccount account) {
        IamClient iam = account.client(IamClient.builder());
        weakPasswords(iam);
        userWithoutMfa(iam, "insecure-without-mfa");
        userWithTwoKeys(iam, "insecure-two-keys");
        userWithPolicyAttached(iam, "insecure-policy-attached");
        userWithInlinePolicy(iam, "insecure-policy-inline");
        iam.createGroup(request -> request.groupName("insecure-without-members"));
        policyThatAllowsEverything(iam, "insecure-allows-everything", account.id());
        roleThatAnyoneAssumes(iam, "insecure-assumed-by-anyone");
        roleWithCloudShell(iam, "insecure-cloud-shell");
        roleForAnyWorkflow(iam, "insecure-assumed-by-any-workflow", account.id());
        expiredCertificate(iam, "insecure-expired");
        userWithKeyFromTheStart(iam, "insecure-key-at-setup");
        administratorsInline(iam, "insecure-administrator-inline", account.id());
        policyThatAllowsAService(iam, "insecure-allows-a-service", account.id());
        roleThatAnotherAccountAssumes(iam, "insecure-assumed-by-another-account");
    }

    @Override
    public void hardened(EmulatedAccount account) {
        IamClient iam = account.client(IamClient.builder());
        strongPasswords(iam);
        readersWithMfa(iam, "hardened-readers", "hardened-reader");
        supportRole(iam, "hardened-support", account.id());
        roleForOneRepository(iam, "hardened-deployment", account.id());
        roleForASupplier(iam, "hardened-supplier");
        // Allows everything, but for keys, to nobody.
        iam.createPolicy(request -> request.policyName("hardened-unattached").policyDocument(allowAllBut("kms:*")));
    }

    private static void weakPasswords(IamClient iam) {
        iam.updateAccountPasswordPolicy(request -> request.minimumPasswordLength(8));
    }

    private static void userWithoutMfa(IamClient iam, String name) {
        iam.createUser(request -> request.userName(name));
        iam.createLoginProfile(request -> request.userName(name).password(PASSWORD));
    }

    private static void userWithTwoKeys(IamClient iam, String name) {
        iam.createUser(request -> request.userName(name));
        iam.createAccessKey(request -> request.userName(name));
        iam.createAccessKey(request -> request.userName(name));
    }

    private static void userWithPolicyAttached(IamClient iam, String name) {
        iam.createUser(request -> request.userName(name));
        iam.attachUserPolicy(request -> request.userName(name).policyArn(READ_ONLY));
    }

    private static void userWithInlinePolicy(IamClient iam, String name) {
        iam.createUser(request -> request.userName(name));
        iam.putUserPolicy(request -> request.userName(name)
                .policyName("inline")
                .policyDocument(allow("s3:GetObject", "arn:aws:s3:::insecure-bare/*")));
    }

    /** Counts only once it is attached. */
    private static void policyThatAllowsEverything(IamClient iam, String name, String account) {
        String arn = iam.createPolicy(request -> request.policyName(name).policyDocument(allow("*", "*")))
                .policy()
                .arn();
        iam.createRole(request -> request.roleName("administrators").assumeRolePolicyDocument(assumedBy(own(account))));
        iam.attachRolePolicy(request -> request.roleName("administrators").policyArn(arn));
    }

    private static void roleThatAnyoneAssumes(IamClient iam, String name) {
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(assumedBy(IamPrincipal.ALL)));
    }

    private static void roleWithCloudShell(IamClient iam, String name) {
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(assumedBy(service("ec2"))));
        iam.attachRolePolicy(request -> request.roleName(name).policyArn(CLOUD_SHELL));
    }

    private static void roleForAnyWorkflow(IamClient iam, String name, String account) {
        String trust = document(gitHubWorkflows(account).build());
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(trust));
    }

    /** moto dates all certificates so that they have expired. */
    private static void expiredCertificate(IamClient iam, String name) {
        iam.uploadServerCertificate(request -> request.serverCertificateName(name)
                .certificateBody("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----")
                .privateKey("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----"));
    }

    private static void userWithKeyFromTheStart(IamClient iam, String name) {
        iam.createUser(request -> request.userName(name));
        iam.createLoginProfile(request -> request.userName(name).password(PASSWORD));
        iam.createAccessKey(request -> request.userName(name));
    }

    private static void administratorsInline(IamClient iam, String name, String account) {
        iam.createUser(request -> request.userName(name));
        iam.putUserPolicy(request -> request.userName(name).policyName("all").policyDocument(allow("*", "*")));
        iam.createGroup(request -> request.groupName(name));
        iam.addUserToGroup(request -> request.groupName(name).userName(name));
        iam.putGroupPolicy(request -> request.groupName(name).policyName("all").policyDocument(allow("*", "*")));
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(assumedBy(own(account))));
        iam.putRolePolicy(request -> request.roleName(name).policyName("all").policyDocument(allow("*", "*")));
    }

    private static void policyThatAllowsAService(IamClient iam, String name, String account) {
        String arn = iam.createPolicy(request -> request.policyName(name).policyDocument(allow("sqs:*", "*")))
                .policy()
                .arn();
        iam.createRole(request -> request.roleName("queues").assumeRolePolicyDocument(assumedBy(own(account))));
        iam.attachRolePolicy(request -> request.roleName("queues").policyArn(arn));
    }

    private static void roleThatAnotherAccountAssumes(IamClient iam, String name) {
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(assumedBy(own(ANOTHER_ACCOUNT))));
    }

    /** Asks for what the supplier alone sends, and for this customer alone. */
    private static void roleForASupplier(IamClient iam, String name) {
        iam.createRole(request -> request.roleName(name)
                .assumeRolePolicyDocument(document(IamStatement.builder()
                        .effect(IamEffect.ALLOW)
                        .addPrincipal(own(ANOTHER_ACCOUNT))
                        .addAction("sts:AssumeRole")
                        .addCondition(IamConditionOperator.STRING_EQUALS, "sts:ExternalId", "customer-42")
                        .build())));
    }

    private static void strongPasswords(IamClient iam) {
        iam.updateAccountPasswordPolicy(request -> request.minimumPasswordLength(14)
                .passwordReusePrevention(24)
                .maxPasswordAge(90)
                .requireLowercaseCharacters(true)
                .requireUppercaseCharacters(true)
                .requireNumbers(true)
                .requireSymbols(true)
                .allowUsersToChangePassword(true));
    }

    private static void readersWithMfa(IamClient iam, String group, String user) {
        iam.createGroup(request -> request.groupName(group).path("/teams/"));
        iam.attachGroupPolicy(request -> request.groupName(group).policyArn(READ_ONLY));
        iam.createUser(request -> request.userName(user));
        iam.addUserToGroup(request -> request.groupName(group).userName(user));
        iam.createLoginProfile(request -> request.userName(user).password(PASSWORD));
        String device = iam.createVirtualMFADevice(request -> request.virtualMFADeviceName(user))
                .virtualMFADevice()
                .serialNumber();
        iam.enableMFADevice(request -> request.userName(user)
                .serialNumber(device)
                .authenticationCode1("123456")
                .authenticationCode2("654321"));
    }

    private static void supportRole(IamClient iam, String name, String account) {
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(assumedBy(own(account))));
        iam.attachRolePolicy(request -> request.roleName(name).policyArn(SUPPORT));
    }

    private static void roleForOneRepository(IamClient iam, String name, String account) {
        iam.createOpenIDConnectProvider(request -> request.url("https://" + GITHUB)
                .clientIDList("sts.amazonaws.com")
                .thumbprintList("6938fd4d98bab03faadb97b34396831e3780aea1"));
        String trust = document(gitHubWorkflows(account)
                .addCondition(IamConditionOperator.STRING_LIKE, GITHUB + ":sub", "repo:octo-org/app:*")
                .build());
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(trust));
    }

    private static IamPrincipal own(String account) {
        return IamPrincipal.create(IamPrincipalType.AWS, "arn:aws:iam::%s:root".formatted(account));
    }

    private static IamPrincipal service(String name) {
        return IamPrincipal.create(IamPrincipalType.SERVICE, name + ".amazonaws.com");
    }

    /** Lets in the workflows of all repositories, unless a condition is added. */
    private static IamStatement.Builder gitHubWorkflows(String account) {
        return IamStatement.builder()
                .effect(IamEffect.ALLOW)
                .addPrincipal(IamPrincipal.create(
                        IamPrincipalType.FEDERATED, "arn:aws:iam::%s:oidc-provider/%s".formatted(account, GITHUB)))
                .addAction("sts:AssumeRoleWithWebIdentity")
                .addCondition(IamConditionOperator.STRING_EQUALS, GITHUB + ":aud", "sts.amazonaws.com");
    }

    private static String allow(String action, String resource) {
        return document(IamStatement.builder()
                .effect(IamEffect.ALLOW)
                .addAction(action)
                .addResource(resource)
                .build());
    }

    private static String allowAllBut(String action) {
        return document(IamStatement.builder()
                .effect(IamEffect.ALLOW)
                .addNotAction(action)
                .addResource("*")
                .build());
    }

    /** {@return a trust policy} */
    private static String assumedBy(IamPrincipal principal) {
        return document(IamStatement.builder()
                .effect(IamEffect.ALLOW)
                .addPrincipal(principal)
                .addAction("sts:AssumeRole")
                .build());
    }

    private static String document(IamStatement statement) {
        return IamPolicy.builder().addStatement(statement).build().toJson();
    }
}
