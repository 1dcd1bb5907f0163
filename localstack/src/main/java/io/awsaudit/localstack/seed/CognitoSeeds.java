package io.awsaudit.localstack.seed;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityEnabledModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailSendingAccountType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

/**
 * User pools and identity pools of Amazon Cognito. moto takes whatever a pool is created with, never fails to send messages, and
 * knows nothing of the classic flow.
 */
final class CognitoSeeds implements Seeds {
    private static final Map<String, String> TAGS = Map.of("Owner", "shop");
    private static final String PROVIDER = "cognito-idp.us-east-1.amazonaws.com/us-east-1_0a";

    @Override
    public void insecure(EmulatedAccount account) {
        userPool(account, "insecure-deletable", pool -> pool.deletionProtection(DeletionProtectionType.INACTIVE));
        userPool(
                account,
                "insecure-weak-passwords",
                pool -> pool.policies(policies -> policies.passwordPolicy(
                        passwords().toBuilder().requireSymbols(false).build())));
        userPool(account, "insecure-mfa-off", pool -> pool.mfaConfiguration(UserPoolMfaType.OFF));
        userPool(
                account,
                "insecure-custom-auth-unguarded",
                pool -> pool.userPoolAddOns(addOns -> addOns.advancedSecurityMode(AdvancedSecurityModeType.ENFORCED)));
        userPool(
                account,
                "insecure-threats-counted",
                pool -> pool.userPoolAddOns(addOns -> addOns.advancedSecurityMode(AdvancedSecurityModeType.AUDIT)
                        .advancedSecurityAdditionalFlows(
                                flows -> flows.customAuthMode(AdvancedSecurityEnabledModeType.ENFORCED))));
        userPool(
                account,
                "insecure-plus-for-nothing",
                pool -> pool.userPoolAddOns(addOns -> addOns.advancedSecurityMode(AdvancedSecurityModeType.OFF)));
        userPool(
                account,
                "insecure-email-of-cognito",
                pool -> pool.emailConfiguration(
                        email -> email.emailSendingAccount(EmailSendingAccountType.COGNITO_DEFAULT)));
        userPool(account, "insecure-untagged", pool -> pool.userPoolTags(Map.of()));
        identityPool(account, "insecure-guests", true, true, TAGS);
        identityPool(account, "insecure-unchecked", false, false, TAGS);
        identityPool(account, "insecure-untagged", false, true, Map.of());
    }

    @Override
    public void hardened(EmulatedAccount account) {
        userPool(account, "hardened-pool", pool -> {});
        userPool(
                account,
                "hardened-passkeys",
                pool -> pool.mfaConfiguration(UserPoolMfaType.OFF)
                        .policies(policies -> policies.passwordPolicy(passwords())
                                .signInPolicy(policy -> policy.allowedFirstAuthFactors(
                                        AuthFactorType.PASSWORD, AuthFactorType.WEB_AUTHN))));
        identityPool(account, "hardened-identities", false, true, TAGS);
    }

    /** Makes a pool with nothing wrong with it but what is changed. */
    private static void userPool(EmulatedAccount account, String name, Consumer<CreateUserPoolRequest.Builder> change) {
        account.client(CognitoIdentityProviderClient.builder()).createUserPool(request -> {
            request.poolName(name)
                    .deletionProtection(DeletionProtectionType.ACTIVE)
                    .mfaConfiguration(UserPoolMfaType.ON)
                    .userPoolTier(UserPoolTierType.PLUS)
                    .userPoolTags(TAGS)
                    .policies(policies -> policies.passwordPolicy(passwords()))
                    .emailConfiguration(email -> email.emailSendingAccount(EmailSendingAccountType.DEVELOPER)
                            .sourceArn("arn:aws:ses:us-east-1:" + account.id() + ":identity/example.com"))
                    .userPoolAddOns(addOns -> addOns.advancedSecurityMode(AdvancedSecurityModeType.ENFORCED)
                            .advancedSecurityAdditionalFlows(
                                    flows -> flows.customAuthMode(AdvancedSecurityEnabledModeType.ENFORCED)));
            change.accept(request);
        });
    }

    private static PasswordPolicyType passwords() {
        return PasswordPolicyType.builder()
                .minimumLength(12)
                .requireLowercase(true)
                .requireUppercase(true)
                .requireNumbers(true)
                .requireSymbols(true)
                .temporaryPasswordValidityDays(7)
                .build();
    }

    private static void identityPool(
            EmulatedAccount account, String name, boolean guests, boolean checked, Map<String, String> tags) {
        account.client(CognitoIdentityClient.builder())
                .createIdentityPool(request -> request.identityPoolName(name)
                        .allowUnauthenticatedIdentities(guests)
                        .identityPoolTags(tags)
                        .cognitoIdentityProviders(provider ->
                                provider.providerName(PROVIDER).clientId("shop").serverSideTokenCheck(checked)));
    }
}
