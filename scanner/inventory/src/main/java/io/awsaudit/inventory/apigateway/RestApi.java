package io.awsaudit.inventory.apigateway;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A REST API, read by {@code apigateway:GetRestApis} but for its methods.
 *
 * @param privateEndpoint whether it is reached through VPC endpoints alone
 * @param minimumCompressionSizeBytes from which size on answers are compressed for those who ask for it; empty where never
 * @param policy {@link Policy#NONE} where it has none; unknown where what came with the listing is not understood
 * @param methods those that are defined, whether or not they have been deployed to a stage
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html">RestApi</a>
 */
@CloudFormationType("AWS::ApiGateway::RestApi")
public record RestApi(
        Identity identity,
        boolean privateEndpoint,
        OptionalInt minimumCompressionSizeBytes,
        Observed<Policy> policy,
        Observed<List<Method>> methods)
        implements Resource {
    /** Holds of APIs of which no method reads, so that there is nothing that a cache could answer. */
    public static final Predicate<List<Method>> NEVER_READ =
            methods -> methods.stream().noneMatch(Method::reads);

    private static final String INVOKE = "execute-api:Invoke";

    /**
     * {@return the methods that everybody may call, as far as policy and methods were read}
     *
     * <p>A method without authorization is for the policy to protect; without a policy everybody may call it, and nobody if
     * the API is private. One that asks for credentials of IAM takes those of the account alone, until the policy names others.
     * An authorizer decides for itself.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html">How
     *     resource policies affect authorization</a>
     */
    public List<Method> openMethods() {
        return policy.asOptional()
                .map(known -> {
                    boolean letsEveryoneIn = known.open()
                            .anyMatch(statement -> statement.actions().covers(INVOKE));
                    boolean silent = known.statements().isEmpty() && !privateEndpoint;
                    return methods.asOptional().orElse(List.of()).stream()
                            .filter(method -> !method.isPreflight())
                            .filter(method -> switch (method.authorizationType()) {
                                case "NONE" -> letsEveryoneIn || silent;
                                case "AWS_IAM" -> letsEveryoneIn;
                                default -> false;
                            })
                            .toList();
                })
                .orElse(List.of());
    }
}
