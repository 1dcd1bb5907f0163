package io.awsaudit.inventory.bedrockagent;

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
 * An agent, in its draft, listed by {@code bedrock:ListAgents}; one that is being deleted is none any more.
 *
 * @param status such as {@code PREPARED}
 * @param settings what {@code bedrock:GetAgent} adds
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_Agent.html">Agent</a>
 */
@CloudFormationType("AWS::Bedrock::Agent")
public record Agent(Identity identity, String status, Observed<Settings> settings) implements Resource {
    /** Holds of those that no guardrail watches. */
    public static final Predicate<Settings> UNGUARDED =
            settings -> settings.guardrail().isEmpty();

    /** Holds of those that are encrypted with a key of AWS's alone. */
    public static final Predicate<Settings> WITHOUT_KEY =
            settings -> settings.kmsKey().isEmpty();

    /**
     * What the listing leaves out, or may.
     *
     * @param guardrail the id or ARN of the guardrail that watches it
     * @param role what it acts as
     */
    public record Settings(Optional<String> guardrail, Optional<Arn> kmsKey, Optional<Arn> role) {}

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream()
                .flatMap(known -> Stream.concat(
                        known.kmsKey().stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        known.role().stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role))));
    }
}
