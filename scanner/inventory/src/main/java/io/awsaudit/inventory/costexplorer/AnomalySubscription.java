package io.awsaudit.inventory.costexplorer;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is told of the anomalies that some monitors find, read by {@code ce:GetAnomalySubscriptions}. Its tags would take a
 * request of its own that AWS bills, and no check asks for them: they are not read. Neither are addresses kept.
 *
 * @param frequency when it is told, such as {@code DAILY}
 * @param subscribers how many are to be told
 * @param declined how many of those have said that they do not want to be
 * @see <a href="https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html">AnomalySubscription</a>
 */
@CloudFormationType("AWS::CE::AnomalySubscription")
public record AnomalySubscription(
        Identity identity, List<Arn> monitors, String frequency, int subscribers, int declined) implements Resource {
    public AnomalySubscription {
        monitors = List.copyOf(monitors);
    }

    /** {@return whether somebody is told of what a monitor finds} */
    public boolean tellsOf(Arn monitor) {
        return isHeard() && monitors.contains(monitor);
    }

    /** {@return whether there is somebody who has not declined} */
    public boolean isHeard() {
        return subscribers > declined;
    }

    @Override
    public Stream<Edge> edges() {
        return monitors.stream().map(monitor -> new Edge(arn(), Relation.WATCHES, monitor));
    }
}
