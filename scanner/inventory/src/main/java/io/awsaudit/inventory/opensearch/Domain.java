package io.awsaudit.inventory.opensearch;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.ec2.InstanceType;
import io.awsaudit.inventory.lifecycle.Lifecycle;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A domain of OpenSearch Service, read by {@code es:DescribeDomains} but for its tags. One that is being deleted is none any
 * more. Those with Elasticsearch, which CloudFormation also knows as {@code AWS::Elasticsearch::Domain}, are among them.
 *
 * @param engineVersion such as {@code OpenSearch_2.11} or {@code Elasticsearch_7.10}
 * @param kmsKey the key that encrypts it at rest, as id or ARN; empty where it is not encrypted
 * @param httpsRequired whether it refuses plain HTTP
 * @param tlsPolicy the versions and ciphers of TLS that it takes, by the name of AWS's list of them
 * @param subnets where its endpoint is; empty where that is on the internet
 * @param instanceType of its data nodes, such as {@code r7g.large.search}
 * @param volumeType of its EBS volumes, such as {@code gp3}; empty where its nodes have disks of their own
 * @param dedicatedMasterNodes nodes that do nothing but hold the cluster together
 * @param publishedLogs those that go to CloudWatch Logs, such as {@link Log#AUDIT}
 * @param fineGrainedAccess whether it knows users and roles of its own
 * @param anonymousAccess whether it lets in, in spite of that, who does not sign in
 * @param autoTune how far it tunes itself, such as {@code ENABLED} or {@code DISABLED}; empty where AWS does not say
 * @param updateAvailable whether there is newer service software than it has
 * @param policy who may reach it, {@link Policy#NONE} where it has none
 * @see <a href="https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainStatus.html">DomainStatus</a>
 */
@CloudFormationType("AWS::OpenSearchService::Domain")
public record Domain(
        Identity identity,
        String engineVersion,
        boolean encryptedAtRest,
        Optional<String> kmsKey,
        boolean nodeToNodeEncryption,
        boolean httpsRequired,
        Optional<String> tlsPolicy,
        List<Arn> subnets,
        List<Arn> securityGroups,
        int dataNodes,
        Optional<String> instanceType,
        Optional<String> volumeType,
        boolean zoneAwareness,
        int dedicatedMasterNodes,
        List<Log> publishedLogs,
        boolean fineGrainedAccess,
        boolean anonymousAccess,
        Optional<String> autoTune,
        boolean updateAvailable,
        Observed<Policy> policy)
        implements Governed {
    /**
     * The families that AWS lists as previous generations of the service, as of 2026.
     *
     * @see <a href="https://docs.aws.amazon.com/opensearch-service/latest/developerguide/supported-instance-types.html">Supported
     *     instance types</a>
     */
    private static final Set<String> PREVIOUS_GENERATIONS = Set.of("c4", "i2", "m3", "m4", "r3", "r4", "t2");

    public Domain {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
        publishedLogs = List.copyOf(publishedLogs);
    }

    /** What a domain can log. */
    public record Log(String value) implements OpenValue {
        public static final Log AUDIT = new Log("AUDIT_LOGS");
        public static final Log ERRORS = new Log("ES_APPLICATION_LOGS");
        public static final Log SLOW_INDEXING = new Log("INDEX_SLOW_LOGS");
        public static final Log SLOW_SEARCHES = new Log("SEARCH_SLOW_LOGS");
    }

    /** {@return whether AWS's standard support of the version that it runs had ended at a moment} */
    public boolean isOutOfSupport(Instant asOf) {
        return Lifecycle.isOver("opensearch", engineVersion, asOf);
    }

    /** {@return the logs of slow searches and of slow indexing that it does not publish} */
    public List<String> unpublishedSlowLogs() {
        return Stream.of(Log.SLOW_INDEXING, Log.SLOW_SEARCHES)
                .filter(log -> !publishedLogs.contains(log))
                .map(Log::value)
                .toList();
    }

    /** {@return the family of its data nodes, such as {@code r7g}; empty where AWS does not say} */
    public String family() {
        return InstanceType.familyOf(instanceType.orElse(""));
    }

    /** {@return whether its data nodes are of a family that AWS has superseded} */
    public boolean isOfPreviousGeneration() {
        return PREVIOUS_GENERATIONS.contains(family());
    }

    /** {@return whether its data nodes can bear credits, and too little to tune} */
    public boolean isBurstable() {
        return family().startsWith("t");
    }

    /** {@return whether its volumes are of a type that costs more than {@code gp3} and does less} */
    public boolean hasOldVolumes() {
        return volumeType.filter(Set.of("gp2", "standard")::contains).isPresent();
    }

    /** {@return whether it could tune itself, and was told not to} */
    public boolean isNotTuned() {
        return autoTune.filter(state -> state.startsWith("DISABLE")).isPresent();
    }

    /** {@return the type with a processor of AWS's own that could take the place of its data nodes' type} */
    public Optional<String> graviton() {
        return knowsGraviton() && !isBurstable()
                ? instanceType.flatMap(type -> InstanceType.gravitonOf(type, "", ".search"))
                : Optional.empty();
    }

    /** Elasticsearch before version 7.9 does not run on such processors. */
    private boolean knowsGraviton() {
        return !engineVersion.matches("Elasticsearch_([1-6]\\..*|7\\.[0-8](\\..*)?)");
    }

    /** {@return whether its endpoint is on the internet} */
    public boolean isOnInternet() {
        return subnets.isEmpty();
    }

    /** {@return whether it is its policy alone that keeps strangers out} */
    public boolean isGuardedByPolicyAlone() {
        return isOnInternet() && (!fineGrainedAccess || anonymousAccess);
    }

    /** {@return whether the versions and ciphers of TLS that it takes are one of these lists of them} */
    public boolean isUnderTlsPolicy(List<String> policies) {
        return tlsPolicy.filter(policies::contains).isPresent();
    }

    /** {@return whether its data would survive the loss of a node, and of a zone} */
    public boolean isFaultTolerant(long nodes) {
        return zoneAwareness && dataNodes >= nodes;
    }

    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        kmsKey.stream()
                                .filter(key -> key.startsWith("arn:"))
                                .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, new Arn(key))),
                        subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)))
                .flatMap(edges -> edges);
    }
}
