package io.awsaudit.inventory.eventbridge;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A global endpoint, read whole by {@code events:ListEndpoints}: takes events in one region, and in another one while that is
 * unhealthy. It cannot be tagged; one that is being deleted is none any more.
 *
 * @param replication whether events go to the buses of both regions at all times; empty where AWS does not say, which means
 *     that they do
 * @param eventBuses one in each region
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Endpoint.html">Endpoint</a>
 */
@CloudFormationType("AWS::Events::Endpoint")
public record Endpoint(Identity identity, Optional<Replication> replication, List<Arn> eventBuses) implements Resource {
    public Endpoint {
        eventBuses = List.copyOf(eventBuses);
    }

    /** Whether events go to the buses of both regions at all times. */
    public record Replication(String value) implements OpenValue {
        public static final Replication ENABLED = new Replication("ENABLED");
        public static final Replication DISABLED = new Replication("DISABLED");
    }

    /** {@return whether events go to one region only} */
    public boolean isUnreplicated() {
        return replication.equals(Optional.of(Replication.DISABLED));
    }

    @Override
    public Stream<Edge> edges() {
        return eventBuses.stream().map(bus -> new Edge(arn(), Relation.ROUTES_TO, bus));
    }
}
