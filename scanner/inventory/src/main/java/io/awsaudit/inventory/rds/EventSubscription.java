package io.awsaudit.inventory.rds;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That a topic is told of events of databases, read whole by {@code rds:DescribeEventSubscriptions}.
 *
 * @param status {@code active}, or {@code no-permission} and {@code topic-not-exist} when nothing arrives, …
 * @param sourceType such as {@code db-instance}; empty for all
 * @param sources names of those whose events it tells; empty for all of the type
 * @param categories of the events that it tells, such as {@code failure}; empty for all
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_EventSubscription.html">EventSubscription</a>
 */
@CloudFormationType("AWS::RDS::EventSubscription")
public record EventSubscription(
        Identity identity,
        Optional<Arn> topic,
        boolean enabled,
        String status,
        Optional<String> sourceType,
        List<String> sources,
        List<String> categories)
        implements Resource {
    public EventSubscription {
        sources = List.copyOf(sources);
        categories = List.copyOf(categories);
    }

    /** {@return whether it works, and tells events of a category of everything of a type} */
    public boolean tells(String category, String type) {
        return enabled
                && !status.equals("no-permission")
                && !status.equals("topic-not-exist")
                && sourceType.map(type::equals).orElse(true)
                && sources.isEmpty()
                && (categories.isEmpty() || categories.contains(category));
    }

    @Override
    public Stream<Edge> edges() {
        return topic.stream().map(target -> new Edge(arn(), Relation.NOTIFIES, target));
    }
}
