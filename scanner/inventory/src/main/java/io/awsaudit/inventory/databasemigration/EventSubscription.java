package io.awsaudit.inventory.databasemigration;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * To which topic DMS tells its events, read by {@code dms:DescribeEventSubscriptions} but for its tags.
 *
 * <p>DMS tells no ARN of it; the one here is as the service authorization reference writes it.
 *
 * @param status such as {@code active}, {@code no-permission} or {@code topic-not-exist}
 * @see <a href="https://docs.aws.amazon.com/dms/latest/APIReference/API_EventSubscription.html">EventSubscription</a>
 */
@CloudFormationType("AWS::DMS::EventSubscription")
public record EventSubscription(Identity identity, Optional<Arn> topic, boolean enabled, String status)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return topic.stream().map(to -> new Edge(arn(), Relation.NOTIFIES, to));
    }

    /** {@return whether what it should tell reaches nobody} */
    public boolean isSilent() {
        return !enabled || status.equals("no-permission") || status.equals("topic-not-exist");
    }
}
