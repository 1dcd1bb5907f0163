package io.awsaudit.collectors.cognitoidentityprovider;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.cognitoidentityprovider.PasswordPolicy;
import io.awsaudit.inventory.cognitoidentityprovider.UserPool;
import io.awsaudit.inventory.cognitoidentityprovider.UserPoolSettings;
import io.awsaudit.inventory.cognitoidentityprovider.UserPoolSettings.Mfa;
import io.awsaudit.inventory.cognitoidentityprovider.UserPoolSettings.SecurityMode;
import io.awsaudit.inventory.cognitoidentityprovider.UserPoolSettings.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityAdditionalFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailSendingAccountType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LambdaConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignInPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolAddOnsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** Reads the user pools of a region. What their clients are is told with the clients' secrets, and therefore not asked. */
final class UserPoolCollector implements Collector<UserPool> {
    private static final AwsService<CognitoIdentityProviderClient> COGNITO =
            AwsService.of("cognito-idp", CognitoIdentityProviderClient::builder);
    private static final int PAGE = 60;
    private static final Operation LIST =
            Operation.of("cognito-idp:ListUserPools").pages(PAGE);
    private static final Detail SETTINGS = Detail.of(UserPool.class, "settings", "cognito-idp:DescribeUserPool");
    private static final Detail TAGS = Detail.of(UserPool.class, "tags", "cognito-idp:DescribeUserPool");

    /** For how many days a temporary password works where nothing else is said. */
    private static final int USUAL_VALIDITY = 7;

    @Override
    public Set<Class<? extends UserPool>> yields() {
        return Set.of(UserPool.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<UserPool> collect(Reads reads) {
        CognitoIdentityProviderClient cognito = reads.client(COGNITO);
        return reads.each(
                UserPool.class,
                reads.pages(
                        LIST,
                        () -> cognito.listUserPoolsPaginator(request -> request.maxResults(PAGE))
                                .userPools()),
                pool -> arnOf(pool, reads),
                pool -> read(pool, cognito, reads));
    }

    private static Arn arnOf(UserPoolDescriptionType listed, Reads reads) {
        return reads.arn("cognito-idp", "userpool/" + listed.id());
    }

    private static UserPool read(UserPoolDescriptionType listed, CognitoIdentityProviderClient cognito, Reads reads) {
        Arn arn = arnOf(listed, reads);
        // One answer holds both.
        record Answer(UserPoolSettings settings, Map<String, String> tags) {}
        Observed<Answer> described = reads.answer(reads.wants(SETTINGS) ? SETTINGS : TAGS, arn, () -> {
            UserPoolType pool = Answers.sent(
                    cognito.describeUserPool(request -> request.userPoolId(listed.id()))
                            .userPool(),
                    "UserPool");
            return new Answer(settings(pool), pool.userPoolTags());
        });
        return new UserPool(
                new Identity(arn, reads.account(), reads.region(), listed.name(), described.map(Answer::tags)),
                described.map(Answer::settings));
    }

    private static UserPoolSettings settings(UserPoolType pool) {
        UserPoolPolicyType policies = Answers.sent(pool.policies(), "Policies");
        Optional<UserPoolAddOnsType> addOns = Optional.ofNullable(pool.userPoolAddOns());
        Optional<LambdaConfigType> functions = Optional.ofNullable(pool.lambdaConfig());
        return new UserPoolSettings(
                passwordPolicy(Answers.sent(policies.passwordPolicy(), "Policies.PasswordPolicy")),
                Optional.ofNullable(policies.signInPolicy())
                        .map(SignInPolicyType::allowedFirstAuthFactorsAsStrings)
                        .orElse(List.of()),
                new Mfa(Answers.sent(pool.mfaConfigurationAsString(), "MfaConfiguration")),
                mode(addOns.map(UserPoolAddOnsType::advancedSecurityModeAsString)),
                mode(addOns.map(UserPoolAddOnsType::advancedSecurityAdditionalFlows)
                        .map(AdvancedSecurityAdditionalFlowsType::customAuthModeAsString)),
                "ACTIVE".equals(pool.deletionProtectionAsString()),
                Optional.ofNullable(pool.userPoolTierAsString()).map(Tier::new),
                functions.map(LambdaConfigType::customEmailSender).isPresent()
                        || Optional.ofNullable(pool.emailConfiguration())
                                .map(EmailConfigurationType::emailSendingAccount)
                                .equals(Optional.of(EmailSendingAccountType.DEVELOPER)),
                text(pool.emailConfigurationFailure()),
                text(pool.smsConfigurationFailure()),
                functions.stream()
                        .flatMap(UserPoolCollector::functions)
                        .distinct()
                        .sorted()
                        .toList(),
                functions
                        .map(LambdaConfigType::kmsKeyID)
                        .filter(key -> !key.isEmpty())
                        .map(Arn::new));
    }

    private static PasswordPolicy passwordPolicy(PasswordPolicyType policy) {
        Integer days = policy.temporaryPasswordValidityDays();
        return new PasswordPolicy(
                Answers.sent(policy.minimumLength(), "MinimumLength"),
                Boolean.TRUE.equals(policy.requireLowercase()),
                Boolean.TRUE.equals(policy.requireUppercase()),
                Boolean.TRUE.equals(policy.requireNumbers()),
                Boolean.TRUE.equals(policy.requireSymbols()),
                days == null || days == 0 ? USUAL_VALIDITY : days);
    }

    /** Add-ons are left out of pools that never had them on. */
    private static SecurityMode mode(Optional<String> mode) {
        return mode.map(SecurityMode::new).orElse(SecurityMode.OFF);
    }

    private static Stream<Arn> functions(LambdaConfigType config) {
        return Stream.of(
                        text(config.preSignUp()),
                        text(config.customMessage()),
                        text(config.postConfirmation()),
                        text(config.preAuthentication()),
                        text(config.postAuthentication()),
                        text(config.defineAuthChallenge()),
                        text(config.createAuthChallenge()),
                        text(config.verifyAuthChallengeResponse()),
                        text(config.preTokenGeneration()),
                        text(config.userMigration()),
                        Optional.ofNullable(config.preTokenGenerationConfig())
                                .flatMap(version -> text(version.lambdaArn())),
                        Optional.ofNullable(config.customSMSSender()).flatMap(sender -> text(sender.lambdaArn())),
                        Optional.ofNullable(config.customEmailSender()).flatMap(sender -> text(sender.lambdaArn())))
                .flatMap(Optional::stream)
                .map(Arn::new);
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }
}
