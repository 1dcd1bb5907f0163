package io.awsaudit.inventory.bedrockagentcore;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What runs an agent or a tool, in its latest version, listed by {@code bedrock-agentcore:ListAgentRuntimes}; one that is being
 * deleted is none any more. Values of its environment are not in it.
 *
 * @param status such as {@code READY}
 * @param settings what {@code bedrock-agentcore:GetAgentRuntime} adds
 * @see <a href="https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetAgentRuntime.html">GetAgentRuntime</a>
 */
@CloudFormationType("AWS::BedrockAgentCore::Runtime")
public record AgentRuntime(Identity identity, String status, Observed<Settings> settings) implements Resource {
    /** Holds of those that are in no VPC of the customer's. */
    public static final Predicate<Settings> OUTSIDE_VPC =
            settings -> !settings.networkMode().equals("VPC");

    /** Holds of those in whose environment something looks like a credential. */
    public static final Predicate<Settings> WITH_SECRETS =
            settings -> !settings.environmentSecrets().isEmpty();

    /** Translates what was found in the environment into a line each for people, as evidence. */
    public static final Function<Settings, List<String>> SECRET_WORDS =
            settings -> Secret.words(settings.environmentSecrets());

    /**
     * What the listing leaves out.
     *
     * @param networkMode {@code PUBLIC} or {@code VPC}
     * @param environmentSecrets variables whose value looks like a credential
     * @param role what its code acts as
     */
    public record Settings(String networkMode, List<Secret> environmentSecrets, Optional<Arn> role) {
        public Settings {
            environmentSecrets = List.copyOf(environmentSecrets);
        }
    }

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().flatMap(Settings::role).stream()
                .map(role -> new Edge(arn(), Relation.RUNS_AS, role));
    }
}
