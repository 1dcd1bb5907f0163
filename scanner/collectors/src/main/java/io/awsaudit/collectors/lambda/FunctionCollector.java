package io.awsaudit.collectors.lambda;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.lambda.Function;
import io.awsaudit.inventory.lambda.Function.PackageType;
import io.awsaudit.inventory.lambda.Function.TracingMode;
import io.awsaudit.inventory.lambda.Function.Url;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;

/**
 * Reads the functions of a region; of each environment variable only whether it looks like a credential.
 *
 * <p>The listing holds the environment, decrypted with the caller's rights: where a customer's key encrypts it and the
 * caller may not use the key, Lambda puts an error in its place.
 */
final class FunctionCollector implements Collector<Function> {
    private static final AwsService<LambdaClient> CLIENT = AwsService.of("lambda", LambdaClient::builder);
    private static final Operation LIST_FUNCTIONS =
            Operation.of("lambda:ListFunctions").ownPages(50);
    private static final String NOT_FOUND = "ResourceNotFoundException";
    private static final String DECRYPT = "kms:Decrypt";
    private static final String X86 = "x86_64";

    private static final Detail FAILURE_DESTINATIONS =
            Detail.of(Function.class, "failureDestinations", "lambda:ListFunctionEventInvokeConfigs");
    private static final Detail POLICY = Detail.of(Function.class, "policy", "lambda:GetPolicy");
    private static final Detail TAGS = Detail.of(Function.class, "tags", "lambda:ListTags");
    private static final Detail URLS = Detail.of(Function.class, "urls", "lambda:ListFunctionUrlConfigs");

    @Override
    public Set<Class<? extends Function>> yields() {
        return Set.of(Function.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_FUNCTIONS);
    }

    @Override
    public List<Detail> details() {
        return List.of(FAILURE_DESTINATIONS, POLICY, TAGS, URLS);
    }

    @Override
    public Stream<Function> collect(Reads reads) {
        LambdaClient lambda = reads.client(CLIENT);
        return reads.each(
                Function.class,
                reads.pages(
                        LIST_FUNCTIONS,
                        () -> lambda.listFunctionsPaginator(request -> {}).functions()),
                function -> new Arn(function.functionArn()),
                function -> read(function, lambda, reads));
    }

    private static Function read(FunctionConfiguration listed, LambdaClient lambda, Reads reads) {
        Arn arn = new Arn(listed.functionArn());
        String name = listed.functionName();
        var tags = reads.begin(
                TAGS,
                arn,
                () -> lambda.listTags(request -> request.resource(arn.value())).tags());
        var policy = reads.begin(POLICY, arn, () -> policyOf(name, lambda));
        var urls = reads.begin(URLS, arn, () -> urlsOf(name, lambda));
        var destinations = reads.begin(FAILURE_DESTINATIONS, arn, () -> failureDestinationsOf(name, lambda));
        return new Function(
                new Identity(arn, reads.account(), reads.region(), name, tags.get()),
                Optional.ofNullable(listed.runtimeAsString()).filter(runtime -> !runtime.isEmpty()),
                listed.packageTypeAsString() == null
                        ? PackageType.ZIP // what it was before there were others
                        : new PackageType(listed.packageTypeAsString()),
                listed.architecturesAsStrings().stream()
                        .findFirst()
                        .orElse(X86), // what it was before there were others
                arn(listed.role()),
                listed.vpcConfig() == null
                        ? List.of()
                        : listed.vpcConfig().subnetIds().stream()
                                .map(id -> reads.arn("ec2", "subnet/" + id))
                                .toList(),
                listed.vpcConfig() == null
                        ? List.of()
                        : listed.vpcConfig().securityGroupIds().stream()
                                .map(id -> reads.arn("ec2", "security-group/" + id))
                                .toList(),
                listed.tracingConfig() == null || listed.tracingConfig().modeAsString() == null
                        ? TracingMode.PASS_THROUGH
                        : new TracingMode(listed.tracingConfig().modeAsString()),
                listed.deadLetterConfig() == null
                        ? Optional.empty()
                        : arn(listed.deadLetterConfig().targetArn()),
                arn(listed.kmsKeyArn()),
                hasEnvironment(listed.environment()),
                secretsOf(listed.environment()),
                policy.get(),
                urls.get(),
                destinations.get());
    }

    private static Optional<Arn> arn(@Nullable String text) {
        return Optional.ofNullable(text).filter(arn -> !arn.isEmpty()).map(Arn::new);
    }

    private static boolean hasEnvironment(@Nullable EnvironmentResponse environment) {
        return environment != null
                && (environment.error() != null || !environment.variables().isEmpty());
    }

    private static Observed<List<Secret>> secretsOf(@Nullable EnvironmentResponse environment) {
        if (environment == null) {
            return Observed.known(List.of());
        }
        if (environment.error() == null) {
            return Observed.known(Secrets.inSettings(environment.variables()));
        }
        boolean denied = "AccessDeniedException".equals(environment.error().errorCode());
        return Observed.unknown(new Gap(
                denied ? Gap.Cause.DENIED : Gap.Cause.FAILED,
                LIST_FUNCTIONS.id(),
                denied ? Optional.of(DECRYPT) : Optional.empty(),
                "Lambda could not decrypt the environment: "
                        + environment.error().errorCode()));
    }

    private static Policy policyOf(String function, LambdaClient lambda) {
        return Answers.orIfAbsent(
                () -> Policies.parse(lambda.getPolicy(request -> request.functionName(function))
                        .policy()),
                Policy.NONE,
                NOT_FOUND);
    }

    private static List<Url> urlsOf(String function, LambdaClient lambda) {
        return lambda
                .listFunctionUrlConfigsPaginator(request -> request.functionName(function))
                .functionUrlConfigs()
                .stream()
                .map(url ->
                        new Url(url.functionUrl(), new Url.AuthType(Answers.sent(url.authTypeAsString(), "AuthType"))))
                .toList();
    }

    private static List<Arn> failureDestinationsOf(String function, LambdaClient lambda) {
        return lambda
                .listFunctionEventInvokeConfigsPaginator(request -> request.functionName(function))
                .functionEventInvokeConfigs()
                .stream()
                .flatMap(config -> onFailure(config).stream())
                .distinct()
                .toList();
    }

    private static Optional<Arn> onFailure(FunctionEventInvokeConfig config) {
        return config.destinationConfig() == null || config.destinationConfig().onFailure() == null
                ? Optional.empty()
                : arn(config.destinationConfig().onFailure().destination());
    }
}
