package io.awsaudit.inventory.mq;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A message broker. {@code mq:ListBrokers} tells its kind, and {@code mq:DescribeBroker} all the rest; one that is being deleted
 * is none any more.
 *
 * @param hostInstanceType such as {@code mq.m5.large}
 * @see <a href="https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html">BrokerSummary</a>
 */
@CloudFormationType("AWS::AmazonMQ::Broker")
public record Broker(
        Identity identity,
        Engine engineType,
        DeploymentMode deploymentMode,
        String hostInstanceType,
        State state,
        Observed<BrokerSettings> settings)
        implements Resource {
    /** What it is. AWS has written its name in several letter cases. */
    public record Engine(String value) implements OpenValue {
        public static final Engine ACTIVEMQ = new Engine("ACTIVEMQ");
        public static final Engine RABBITMQ = new Engine("RABBITMQ");

        public Engine {
            value = value.toUpperCase(Locale.ROOT);
        }
    }

    /** How many instances it has, and where. */
    public record DeploymentMode(String value) implements OpenValue {
        public static final DeploymentMode SINGLE_INSTANCE = new DeploymentMode("SINGLE_INSTANCE");
        public static final DeploymentMode ACTIVE_STANDBY_MULTI_AZ = new DeploymentMode("ACTIVE_STANDBY_MULTI_AZ");
        public static final DeploymentMode CLUSTER_MULTI_AZ = new DeploymentMode("CLUSTER_MULTI_AZ");
    }

    /** What it does. */
    public record State(String value) implements OpenValue {
        public static final State RUNNING = new State("RUNNING");
        public static final State CRITICAL_ACTION_REQUIRED = new State("CRITICAL_ACTION_REQUIRED");
    }

    /** {@return whether it is ActiveMQ} */
    public boolean isActiveMq() {
        return engineType.equals(Engine.ACTIVEMQ);
    }

    /** {@return whether it is RabbitMQ} */
    public boolean isRabbitMq() {
        return engineType.equals(Engine.RABBITMQ);
    }

    /** {@return whether it has but one instance} */
    public boolean isSingleInstance() {
        return deploymentMode.equals(DeploymentMode.SINGLE_INSTANCE);
    }

    /** {@return whether it was read, and runs one of these versions, each as {@code ACTIVEMQ 5.15}, which covers its patches} */
    public boolean runsOneOf(List<String> versions) {
        return settings.knownTo(known -> versions.stream()
                .anyMatch(version -> version.equals(engineType.value() + " " + lineOf(known.engineVersion()))));
    }

    /** {@return whether its machine is of one of these families, each as {@code mq.m4}} */
    public boolean isOnOneOf(List<String> families) {
        return families.stream().anyMatch(family -> hostInstanceType.startsWith(family + "."));
    }

    /** {@code 5.15} of {@code 5.15.16}. */
    private static String lineOf(String version) {
        String[] parts = version.split("\\.", 3);
        return parts.length < 2 ? version : parts[0] + "." + parts[1];
    }

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream().flatMap(this::edgesOf);
    }

    private Stream<Edge> edgesOf(BrokerSettings known) {
        return Stream.of(
                        known.kmsKey().stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        known.subnets().stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        known.securityGroups().stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        Stream.concat(known.generalLogGroup().stream(), known.auditLogGroup().stream())
                                .map((Arn group) -> new Edge(arn(), Relation.LOGS_TO, group)))
                .flatMap(edges -> edges);
    }
}
