package io.awsaudit.collectors.cognitoidentityprovider;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.cognitoidentityprovider.PasswordPolicy;
import io.awsaudit.inventory.cognitoidentityprovider.UserPool;
import io.awsaudit.inventory.cognitoidentityprovider.UserPoolSettings;
import io.awsaudit.inventory.cognitoidentityprovider.UserPoolSettings.Mfa;
import io.awsaudit.inventory.cognitoidentityprovider.UserPoolSettings.SecurityMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What AWS says of user pools, with its documented responses. */
class UserPoolCollectorTest {
    private static final String LIST = "AWSCognitoIdentityProviderService.ListUserPools";
    private static final String DESCRIBE = "AWSCognitoIdentityProviderService.DescribeUserPool";
    private static final String PLAIN = """
            {"UserPool":{"Id":"us-east-1_a","Name":"shop","MfaConfiguration":"OFF","LambdaConfig":{},
            "Policies":{"PasswordPolicy":{"MinimumLength":8,"RequireUppercase":true,"RequireLowercase":true,
            "RequireNumbers":true,"RequireSymbols":false,"TemporaryPasswordValidityDays":0}}}}""";

    @Test
    void aListingIsReadToItsLastPageInPagesAsLargeAsAwsGives() {
        try (CannedAws aws = new CannedAws()
                .json(LIST, "{\"UserPools\":[{\"Id\":\"us-east-1_a\",\"Name\":\"shop\"}],\"NextToken\":\"more\"}")
                .json("\"NextToken\":\"more\"", "{\"UserPools\":[{\"Id\":\"us-east-1_b\",\"Name\":\"staff\"}]}")
                .json(DESCRIBE, PLAIN)) {
            assertThat(aws.collect(UserPool.class).resources())
                    .extracting(pool -> pool.arn().value())
                    .containsExactly(
                            "arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_a",
                            "arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_b");
            assertThat(aws.requests()).anyMatch(request -> request.contains("\"MaxResults\":60"));
        }
    }

    @Test
    void whatWasNeverSetIsOff() {
        try (CannedAws aws = listed().json(DESCRIBE, PLAIN)) {
            UserPool pool = only(aws);
            assertThat(pool.settings().asOptional())
                    .contains(new UserPoolSettings(
                            new PasswordPolicy(8, true, true, true, false, 7),
                            List.of(),
                            Mfa.OFF,
                            SecurityMode.OFF,
                            SecurityMode.OFF,
                            false,
                            Optional.empty(),
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty()));
            assertThat(pool.tags().knownToBe(Map.of())).isTrue();
        }
    }

    @Test
    void whatWasSetIsRead() {
        try (CannedAws aws = listed().json(DESCRIBE, """
                {"UserPool":{"Id":"us-east-1_a","Name":"shop","MfaConfiguration":"OPTIONAL","DeletionProtection":"ACTIVE",
                "UserPoolTier":"PLUS","UserPoolTags":{"Owner":"shop"},
                "UserPoolAddOns":{"AdvancedSecurityMode":"AUDIT","AdvancedSecurityAdditionalFlows":{"CustomAuthMode":"ENFORCED"}},
                "EmailConfiguration":{"EmailSendingAccount":"DEVELOPER"},"SmsConfigurationFailure":"no role",
                "LambdaConfig":{"PreSignUp":"arn:aws:lambda:us-east-1:111122223333:function:check",
                "CustomEmailSender":{"LambdaVersion":"V1_0","LambdaArn":"arn:aws:lambda:us-east-1:111122223333:function:mail"},
                "KMSKeyID":"arn:aws:kms:us-east-1:111122223333:key/0a"},
                "Policies":{"PasswordPolicy":{"MinimumLength":12,"RequireUppercase":true,"RequireLowercase":true,
                "RequireNumbers":true,"RequireSymbols":true,"TemporaryPasswordValidityDays":3},
                "SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","WEB_AUTHN"]}}}}""")) {
            UserPool pool = only(aws);
            UserPoolSettings settings = pool.settings().asOptional().orElseThrow();
            assertThat(settings.passwordPolicy()).isEqualTo(new PasswordPolicy(12, true, true, true, true, 3));
            assertThat(settings.firstAuthFactors()).containsExactly("PASSWORD", "WEB_AUTHN");
            assertThat(settings.mfaConfiguration()).isEqualTo(Mfa.OPTIONAL);
            assertThat(settings.advancedSecurityMode()).isEqualTo(SecurityMode.AUDIT);
            assertThat(settings.customAuthMode()).isEqualTo(SecurityMode.ENFORCED);
            assertThat(settings.deletionProtected()).isTrue();
            assertThat(settings.tier()).contains(UserPoolSettings.Tier.PLUS);
            assertThat(settings.sendsOwnEmail()).isTrue();
            assertThat(settings.smsFailure()).contains("no role");
            assertThat(pool.tags().knownToBe(Map.of("Owner", "shop"))).isTrue();
            assertThat(pool.edges())
                    .extracting(Edge::relation)
                    .containsExactly(Relation.ROUTES_TO, Relation.ROUTES_TO, Relation.ENCRYPTED_BY);
        }
    }

    @Test
    void anAnswerWithoutAPasswordPolicyIsNone() {
        try (CannedAws aws = listed().json(
                        DESCRIBE,
                        "{\"UserPool\":{\"Id\":\"us-east-1_a\",\"MfaConfiguration\":\"OFF\",\"Policies\":{}}}")) {
            assertThat(only(aws).settings().unknownBecause().map(Gap::detail).orElse(""))
                    .contains("PasswordPolicy");
        }
    }

    private static CannedAws listed() {
        return new CannedAws().json(LIST, "{\"UserPools\":[{\"Id\":\"us-east-1_a\",\"Name\":\"shop\"}]}");
    }

    private static UserPool only(CannedAws aws) {
        Inventory inventory = aws.collect(UserPool.class);
        return (UserPool) inventory.resources().get(0);
    }
}
