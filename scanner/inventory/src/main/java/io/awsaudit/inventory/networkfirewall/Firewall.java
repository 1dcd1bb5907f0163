package io.awsaudit.inventory.networkfirewall;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A firewall. {@code network-firewall:ListFirewalls} gives its name and its ARN alone; one that is being deleted is none any
 * more.
 *
 * @param settings what it is
 * @param logDestinations where its logs go; empty where it keeps none
 * @see <a href="https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_Firewall.html">Firewall</a>
 */
@CloudFormationType("AWS::NetworkFirewall::Firewall")
public record Firewall(
        Identity identity, Observed<FirewallSettings> settings, Observed<List<LogDestination>> logDestinations)
        implements Resource {
    /**
     * Where one kind of a firewall's logs goes.
     *
     * @param logType such as {@code ALERT}, {@code FLOW} or {@code TLS}
     * @param kind such as {@code S3}, {@code CloudWatchLogs} or {@code KinesisDataFirehose}
     * @param name of the bucket, the log group or the stream
     */
    public record LogDestination(String logType, String kind, String name) {
        private static final String CLOUDWATCH_LOGS = "CloudWatchLogs";

        boolean isLogGroup() {
            return kind.equals(CLOUDWATCH_LOGS);
        }
    }

    /** Holds where no log is kept. */
    public static final Predicate<List<LogDestination>> NONE = List::isEmpty;

    /** Holds where logs go to log groups, which are in the firewall's account and region, and nowhere else. */
    public static final Predicate<List<LogDestination>> LOG_GROUPS_ONLY =
            destinations -> !destinations.isEmpty() && destinations.stream().allMatch(LogDestination::isLogGroup);

    /** The names of the destinations, as evidence. */
    public static final Function<List<LogDestination>, List<String>> NAMES = destinations ->
            destinations.stream().map(LogDestination::name).distinct().toList();

    public Firewall {
        logDestinations = logDestinations.map(List::copyOf);
    }

    /** {@return whether a log group of this name is known to be a destination of its logs} */
    public boolean logsTo(String group) {
        return logDestinations.knownTo(destinations -> destinations.stream()
                .anyMatch(destination ->
                        destination.isLogGroup() && destination.name().equals(group)));
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                settings.asOptional().stream()
                        .flatMap(known -> Stream.of(
                                        known.policy().stream()
                                                .map((Arn policy) -> new Edge(arn(), Relation.CONFIGURED_BY, policy)),
                                        known.vpc().stream().map(vpc -> new Edge(arn(), Relation.IN, vpc)),
                                        known.subnets().stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                                        known.kmsKey().stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)))
                                .flatMap(edges -> edges)),
                logDestinations.asOptional().stream()
                        .flatMap(List::stream)
                        .filter(LogDestination::isLogGroup)
                        .map(group -> new Edge(
                                arn(),
                                Relation.LOGS_TO,
                                new Arn("arn:" + arn().partition() + ":logs:" + region() + ":" + account()
                                        + ":log-group:" + group.name())))
                        .distinct());
    }
}
