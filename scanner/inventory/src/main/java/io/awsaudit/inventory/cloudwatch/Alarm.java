package io.awsaudit.inventory.cloudwatch;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An alarm on a metric, or on other alarms; read whole by {@code cloudwatch:DescribeAlarms}.
 *
 * <p>CloudFormation calls an alarm on other alarms {@code AWS::CloudWatch::CompositeAlarm}; here both are one type.
 *
 * @param metric what it watches; empty for one on other alarms, and for one whose value is computed from several metrics
 * @param metrics all that its value is made of: the one that it watches, or those that it is computed from; without those of
 *     other accounts
 * @param searches whether an expression of its own finds the metrics, so that nobody can tell here which those are
 * @param rule the alarms that it is on, as written; empty for one on metrics
 * @param stateChangedAt when it took the state that it is in
 * @param actionsEnabled whether it acts at all when its state changes
 * @param alarmActions what happens when it goes off: topics, scaling policies, instance actions
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html">MetricAlarm</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_CompositeAlarm.html">CompositeAlarm</a>
 */
@CloudFormationType("AWS::CloudWatch::Alarm")
public record Alarm(
        Identity identity,
        Optional<Metric> metric,
        List<Metric> metrics,
        boolean searches,
        Optional<String> rule,
        State state,
        Optional<Instant> stateChangedAt,
        boolean actionsEnabled,
        List<Arn> alarmActions,
        List<Arn> okActions,
        List<Arn> insufficientDataActions)
        implements Resource {
    /** What an alarm makes of what it watches. */
    public record State(String value) implements OpenValue {
        public static final State ALARM = new State("ALARM");
        public static final State INSUFFICIENT_DATA = new State("INSUFFICIENT_DATA");
        public static final State OK = new State("OK");
    }

    public Alarm {
        metrics = List.copyOf(metrics);
        alarmActions = List.copyOf(alarmActions);
        okActions = List.copyOf(okActions);
        insufficientDataActions = List.copyOf(insufficientDataActions);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(alarmActions, okActions, insufficientDataActions)
                .flatMap(List::stream)
                .distinct()
                .filter(action -> action.service().equals("sns"))
                .map(topic -> new Edge(arn(), Relation.NOTIFIES, topic));
    }

    /** {@return whether the alarm watches one of some metrics} */
    public boolean watchesAnyOf(List<Metric> metrics) {
        return metric.filter(metrics::contains).isPresent();
    }

    /** {@return whether it has been in a state for longer than some days} */
    public boolean isSince(State wanted, long days, Instant asOf) {
        return state.equals(wanted)
                && stateChangedAt
                        .filter(asOf.minus(Duration.ofDays(days))::isAfter)
                        .isPresent();
    }

    /** {@return whether it steers the size of something, and is off or on for long as a matter of course} */
    public boolean scales() {
        return Stream.of(alarmActions, okActions, insufficientDataActions)
                .flatMap(List::stream)
                .anyMatch(action -> action.service().equals("autoscaling")
                        || action.service().equals("application-autoscaling"));
    }

    /** {@return whether all that it does when it goes off is to notify topics} */
    public boolean onlyNotifies() {
        return !alarmActions.isEmpty()
                && alarmActions.stream().allMatch(action -> action.service().equals("sns"));
    }

    /** {@return whether it watches a metric of a namespace as a whole, such as the errors of all functions} */
    public boolean watchesAllOf(String namespace, String name) {
        return metrics.contains(new Metric(namespace, name, Map.of()));
    }

    /** {@return whether the alarm notifies a topic of another account when it goes off} */
    public boolean notifiesElsewhere() {
        return alarmActions.stream()
                .anyMatch(action ->
                        action.service().equals("sns") && !action.account().equals(account()));
    }
}
