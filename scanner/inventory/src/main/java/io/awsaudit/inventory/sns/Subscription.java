package io.awsaudit.inventory.sns;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A subscription of this account, read whole by {@code sns:ListSubscriptions}.
 *
 * <p>Its endpoint may be a person's address, or a URL that holds a secret, and is kept only where it is an ARN.
 *
 * @param identity one that is not confirmed has no ARN; ours is then the topic's followed by {@code :pending-} and a number
 *     made of its protocol and endpoint
 * @param protocol such as {@code email} or {@code sqs}
 * @param confirmed whether its owner agreed to it; before that it receives nothing
 * @param endpoint a queue, function or stream
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Subscription.html">Subscription</a>
 */
@CloudFormationType("AWS::SNS::Subscription")
public record Subscription(Identity identity, Arn topic, String protocol, boolean confirmed, Optional<Arn> endpoint)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.MEMBER_OF, topic)),
                endpoint.stream().map(arn -> new Edge(arn(), Relation.DELIVERS_TO, arn)));
    }
}
