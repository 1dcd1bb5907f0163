package io.awsaudit.inventory.sns;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.util.stream.Stream;

/**
 * A topic. {@code sns:ListTopics} gives its ARN alone; {@code sns:GetTopicAttributes} all the rest.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html">GetTopicAttributes</a>
 */
@CloudFormationType("AWS::SNS::Topic")
public record Topic(Identity identity, Observed<TopicAttributes> attributes) implements Governed {
    @Override
    public Observed<Policy> resourcePolicy() {
        return attributes.map(TopicAttributes::policy);
    }

    @Override
    public Stream<Edge> edges() {
        return attributes.asOptional().flatMap(TopicAttributes::kmsKey).stream()
                .filter(key -> key.startsWith("arn:"))
                .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, new Arn(key)));
    }
}
