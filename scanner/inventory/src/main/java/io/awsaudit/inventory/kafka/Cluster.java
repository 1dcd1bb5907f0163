package io.awsaudit.inventory.kafka;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A cluster of Amazon MSK, provisioned or serverless, read by {@code kafka:ListClustersV2}; one that is being deleted is none
 * any more. A serverless cluster has none of the settings of brokers.
 *
 * @param kafkaVersion such as {@code 3.6.0}; empty for serverless clusters
 * @param kafkaVersionStatus what {@code kafka:ListKafkaVersions} says of that version; empty for serverless clusters
 * @param instanceType such as {@code kafka.m7g.large}; empty for serverless clusters
 * @param subnets those of its brokers, each in a zone of its own, or those that clients of a serverless cluster are in
 * @param kmsKey the key that encrypts its volumes, which may be the one that AWS manages
 * @param inClusterEncryption whether brokers talk to one another by TLS; empty where AWS does not say, which means that they do
 * @param clientBroker how clients may talk to brokers; empty where AWS does not say, which means by TLS alone
 * @param authentication how clients say who they are
 * @param publicAccess whether brokers have addresses on the internet
 * @param enhancedMonitoring down to what brokers report metrics, such as {@code PER_BROKER}
 * @param logged whether logs of brokers go anywhere
 * @param customerActionStatus whether AWS waits for the customer to do something
 * @see <a href="https://docs.aws.amazon.com/MSK/2.0/APIReference/v2-clusters.html">Cluster</a>
 */
@CloudFormationType("AWS::MSK::Cluster")
public record Cluster(
        Identity identity,
        Type clusterType,
        String state,
        Optional<String> kafkaVersion,
        Observed<VersionStatus> kafkaVersionStatus,
        Optional<String> instanceType,
        List<Arn> subnets,
        List<Arn> securityGroups,
        Optional<Arn> kmsKey,
        Optional<Boolean> inClusterEncryption,
        Optional<ClientBroker> clientBroker,
        Authentication authentication,
        boolean publicAccess,
        String enhancedMonitoring,
        boolean logged,
        String customerActionStatus)
        implements Resource {
    /** Holds of versions that AWS supports no longer. */
    public static final Predicate<VersionStatus> DEPRECATED = VersionStatus.DEPRECATED::equals;

    private static final String CRITICAL = "CRITICAL_ACTION_REQUIRED";

    /** The only region with fewer than three zones for brokers. */
    private static final String TWO_ZONES = "us-west-1";

    public Cluster {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }

    /** Whether the customer chooses its brokers. */
    public record Type(String value) implements OpenValue {
        public static final Type PROVISIONED = new Type("PROVISIONED");
        public static final Type SERVERLESS = new Type("SERVERLESS");
    }

    /** Whether new clusters may have a version of Kafka. */
    public record VersionStatus(String value) implements OpenValue {
        public static final VersionStatus ACTIVE = new VersionStatus("ACTIVE");
        public static final VersionStatus DEPRECATED = new VersionStatus("DEPRECATED");
        /** Of what has no version of its own. */
        public static final VersionStatus NONE = new VersionStatus("");
    }

    /** How clients may talk to brokers. */
    public record ClientBroker(String value) implements OpenValue {
        public static final ClientBroker TLS = new ClientBroker("TLS");
        public static final ClientBroker TLS_PLAINTEXT = new ClientBroker("TLS_PLAINTEXT");
        public static final ClientBroker PLAINTEXT = new ClientBroker("PLAINTEXT");
    }

    /**
     * How clients say who they are.
     *
     * @param unauthenticated whether they need not; empty for clusters from before there was that setting
     */
    public record Authentication(boolean scram, boolean iam, boolean tls, Optional<Boolean> unauthenticated) {
        /** {@return whether there is some way for clients to say who they are} */
        boolean exists() {
            return scram || iam || tls;
        }
    }

    /** {@return whether the customer chooses its brokers} */
    public boolean isProvisioned() {
        return clusterType.equals(Type.PROVISIONED);
    }

    /** {@return whether what brokers tell one another can be read on the network} */
    public boolean isPlainInCluster() {
        return inClusterEncryption.equals(Optional.of(false));
    }

    /** {@return whether clients may talk to brokers so that it can be read on the network} */
    public boolean allowsPlainClients() {
        return clientBroker
                .filter(protocol -> !protocol.equals(ClientBroker.TLS))
                .isPresent();
    }

    /**
     * {@return whether clients are let in that do not say who they are}
     *
     * <p>A cluster from before there was that setting lets them in where it knows no way to say it, and at a port without TLS.
     */
    public boolean allowsUnauthenticated() {
        return isProvisioned()
                && authentication.unauthenticated().orElseGet(() -> !authentication.exists() || allowsPlainClients());
    }

    /** {@return whether AWS can keep it running only if the customer acts} */
    public boolean needsCustomer() {
        return customerActionStatus.equals(CRITICAL);
    }

    /** {@return whether its region has as few zones for brokers that two are all there are} */
    public boolean isInRegionOfTwoZones() {
        return region().equals(TWO_ZONES);
    }

    /** {@return whether its brokers are of one of these families, each as {@code m5}} */
    public boolean isOnOneOf(List<String> families) {
        return instanceType
                .map(type -> type.split("\\."))
                .filter(parts -> parts.length > 1 && families.contains(parts[1]))
                .isPresent();
    }

    /** {@return whether its brokers report metrics at one of these levels} */
    public boolean reportsAtOneOf(List<String> levels) {
        return levels.contains(enhancedMonitoring);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)))
                .flatMap(edges -> edges);
    }
}
