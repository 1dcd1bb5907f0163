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
 * What a knowledge base is made from, listed by {@code bedrock:ListDataSources}; one that is being deleted is none any more.
 *
 * <p>AWS has no ARN for it: {@code arn:aws:bedrock:eu-west-1:123456789012:knowledge-base/KB/data-source/ID}. It cannot carry tags.
 *
 * @param knowledgeBase the one that is made from it
 * @param status such as {@code AVAILABLE}
 * @param encryption what {@code bedrock:GetDataSource} says of its key
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_DataSource.html">DataSource</a>
 */
@CloudFormationType("AWS::Bedrock::DataSource")
public record DataSource(Identity identity, Arn knowledgeBase, String status, Observed<Encryption> encryption)
        implements Resource {
    /** Holds of those that are encrypted with a key of AWS's alone. */
    public static final Predicate<Encryption> WITHOUT_KEY =
            encryption -> encryption.kmsKey().isEmpty();

    /** With which key of the customer's it is encrypted while it is read in, if with any. */
    public record Encryption(Optional<Arn> kmsKey) {}

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(knowledgeBase, Relation.CREATED_FROM, arn()));
    }
}
