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
 * What agents remember, listed by {@code bedrock-agentcore:ListMemories}; one that is being deleted is none any more.
 *
 * @param status such as {@code ACTIVE}
 * @param encryption what {@code bedrock-agentcore:GetMemory} says of its key
 * @see <a href="https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_Memory.html">Memory</a>
 */
@CloudFormationType("AWS::BedrockAgentCore::Memory")
public record Memory(Identity identity, String status, Observed<Encryption> encryption) implements Resource {
    /** Holds of those that are encrypted with a key of AWS's alone. */
    public static final Predicate<Encryption> WITHOUT_KEY =
            encryption -> encryption.kmsKey().isEmpty();

    /** With which key of the customer's it is encrypted, if with any. */
    public record Encryption(Optional<Arn> kmsKey) {}

    @Override
    public Stream<Edge> edges() {
        return encryption.asOptional().flatMap(Encryption::kmsKey).stream()
                .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key));
    }
}
