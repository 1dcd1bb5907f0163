package io.awsaudit.localstack.seed;

import io.awsaudit.localstack.AwsEmulator;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Users, groups, roles, policies and the account's own settings. Each thing is named for what is wrong with it.
 *
 * <p>No emulator lets anybody give the root user credentials, MFA or a history, and none has Access Analyzer.
 */
public final class IdentitySeed {
    private static final String AWS_POLICIES = "arn:aws:iam::aws:policy/";
    private static final String PASSWORD = "correct-Horse-7-battery";
    private static final String ADMINISTRATION = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Everything", "Effect": "Allow", "Action": "*", "Resource": "*"}]}""";
    private static final String READING = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::reports/*"}]}""";
    private static final String TRUSTS_EVERYBODY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Everybody", "Effect": "Allow", "Principal": {"AWS": "*"},
            "Action": "sts:AssumeRole"}]}""";
    private static final String TRUSTS_ORGANISATION = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Organisation", "Effect": "Allow", "Principal": {"AWS": "*"},
            "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}]}""";
    private static final String TRUSTS_GITHUB = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "GitHub", "Effect": "Allow",
            "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}%s}}]}""";
    private static final String SUBJECT =
            ", \"StringLike\": {\"token.actions.githubusercontent.com:sub\": \"repo:octo-org/app:*\"}";

    private final IamClient iam;
    private final AccountClient account;

    /** Prepares to fill the emulator's default account. */
    public IdentitySeed(AwsEmulator emulator) {
        this.iam = emulator.client(IamClient.builder(), Region.US_EAST_1);
        this.account = emulator.client(AccountClient.builder(), Region.US_EAST_1);
    }

    /** Makes a resource for each thing that can be wrong. */
    public void insecure() {
        iam.createGroup(request -> request.groupName("empty-group"));
        user("password-alone");
        iam.createLoginProfile(request -> request.userName("password-alone").password(PASSWORD));
        user("two-keys");
        iam.createAccessKey(request -> request.userName("two-keys"));
        iam.createAccessKey(request -> request.userName("two-keys"));
        user("policies-of-its-own");
        iam.putUserPolicy(request ->
                request.userName("policies-of-its-own").policyName("inline").policyDocument(READING));
        iam.attachUserPolicy(
                request -> request.userName("policies-of-its-own").policyArn(AWS_POLICIES + "ReadOnlyAccess"));
        role("open-to-everybody", TRUSTS_EVERYBODY);
        gitHub();
        role("open-to-github", TRUSTS_GITHUB.formatted(""));
        role("shell-user", TRUSTS_ORGANISATION);
        attach("shell-user", AWS_POLICIES + "AWSCloudShellFullAccess");
        role("everything", TRUSTS_ORGANISATION);
        attach("everything", policy("administration", ADMINISTRATION));
        // Emulators date every certificate back, so that it has expired.
        iam.uploadServerCertificate(request -> request.serverCertificateName("expired")
                .certificateBody("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----")
                .privateKey("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----"));
    }

    /** Makes what no check finds fault with, but for the root user. */
    public void hardened() {
        iam.updateAccountPasswordPolicy(request -> request.minimumPasswordLength(16)
                .requireSymbols(true)
                .requireNumbers(true)
                .requireUppercaseCharacters(true)
                .requireLowercaseCharacters(true)
                .passwordReusePrevention(24));
        account.putAlternateContact(request -> request.alternateContactType(AlternateContactType.SECURITY)
                .name("Security")
                .title("Team")
                .emailAddress("security@example.com")
                .phoneNumber("+31 20 5550100"));
        iam.createGroup(request -> request.groupName("readers").path("/teams/"));
        String reading = policy("reading", READING);
        iam.attachGroupPolicy(request -> request.groupName("readers").policyArn(reading));
        user("alice");
        iam.addUserToGroup(request -> request.groupName("readers").userName("alice"));
        iam.createLoginProfile(request -> request.userName("alice").password(PASSWORD));
        iam.createAccessKey(request -> request.userName("alice"));
        String serial = iam.createVirtualMFADevice(request -> request.virtualMFADeviceName("alice"))
                .virtualMFADevice()
                .serialNumber();
        iam.enableMFADevice(request -> request.userName("alice")
                .serialNumber(serial)
                .authenticationCode1("123456")
                .authenticationCode2("654321"));
        policy("administration-attached-to-nothing", ADMINISTRATION);
        role("support", TRUSTS_ORGANISATION);
        attach("support", AWS_POLICIES + "AWSSupportAccess");
        gitHub();
        role("deployment", TRUSTS_GITHUB.formatted(SUBJECT));
    }

    private void gitHub() {
        iam.createOpenIDConnectProvider(request -> request.url("https://token.actions.githubusercontent.com")
                .clientIDList("sts.amazonaws.com")
                .thumbprintList("6938fd4d98bab03faadb97b34396831e3780aea1"));
    }

    private void user(String name) {
        iam.createUser(request -> request.userName(name));
    }

    private void role(String name, String trust) {
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(trust));
    }

    private String policy(String name, String document) {
        return iam.createPolicy(request -> request.policyName(name).policyDocument(document))
                .policy()
                .arn();
    }

    private void attach(String role, String policy) {
        iam.attachRolePolicy(request -> request.roleName(role).policyArn(policy));
    }
}
