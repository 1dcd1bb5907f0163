package io.awsaudit.inventory.opensearch;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.lifecycle.Lifecycle;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param dedicatedMasterNodes nodes that do nothing but hold the cluster together
 * @param publishedLogs those that go to CloudWatch Logs, such as {@link Log#AUDIT}
 * @param fineGrainedAccess whether it knows users and roles of its own
 * @param anonymousAccess whether it lets in, in spite of that, who does not sign in
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
        boolean zoneAwareness,
        int dedicatedMasterNodes,
        List<Log> publishedLogs,
        boolean fineGrainedAccess,
        boolean anonymousAccess,
        boolean updateAvailable,
        Observed<Policy> policy)
        implements Governed {
    public Domain {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
        publishedLogs = List.copyOf(publishedLogs);
    }

    /** What a domain can log. */
    public record Log(String value) implements OpenValue {
        public static final Log AUDIT = new Log("AUDIT_LOGS");
        public static final Log ERRORS = new Log("ES_APPLICATION_LOGS");
    }

    /** {@return whether AWS's standard support of the version that it runs had ended at a moment} */
    public boolean isOutOfSupport(Instant asOf) {
        return Lifecycle.isOver("opensearch", engineVersion, asOf);
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
