package io.awsaudit.inventory.bedrockagentcore;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A gateway through which agents reach tools, listed by {@code bedrock-agentcore:ListGateways}; one that is being deleted is none
 * any more.
 *
 * @param status such as {@code READY}
 * @param authorizer how callers are known, such as {@code CUSTOM_JWT}, {@code AWS_IAM} or {@code NONE}
 * @param settings what {@code bedrock-agentcore:GetGateway} adds
 * @see <a href="https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGateway.html">GetGateway</a>
 */
@CloudFormationType("AWS::BedrockAgentCore::Gateway")
public record Gateway(Identity identity, String status, String authorizer, Observed<Settings> settings)
        implements Resource {
    /** Holds of those that are encrypted with a key of AWS's alone. */
    public static final Predicate<Settings> WITHOUT_KEY =
            settings -> settings.kmsKey().isEmpty();

    /** Holds of those that tell callers what went wrong within. */
    public static final Predicate<Settings> TELLS_ERRORS =
            settings -> settings.exceptionLevel().filter("DEBUG"::equals).isPresent();

    /**
     * What the listing leaves out.
     *
     * @param exceptionLevel {@code DEBUG} where errors are told in full
     * @param role what it acts as towards tools
     */
    public record Settings(Optional<Arn> kmsKey, Optional<String> exceptionLevel, Optional<Arn> role) {}

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream()
                .flatMap(known -> Stream.concat(
                        known.kmsKey().stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        known.role().stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role))));
    }
}
