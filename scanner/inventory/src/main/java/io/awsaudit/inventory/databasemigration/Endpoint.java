package io.awsaudit.inventory.databasemigration;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How DMS reaches a database, read by {@code dms:DescribeEndpoints} but for its tags. One that is being deleted is none any more.
 * Users, servers and whatever else it connects with are not kept.
 *
 * @param endpointType {@code source} or {@code target}
 * @param engine such as {@code mysql} or {@code aurora-postgresql}
 * @param sslMode {@code none}, {@code require}, {@code verify-ca} or {@code verify-full}
 * @param mongoAuthentication {@code password} or {@code no}; empty for other engines
 * @param neptuneIamAuthentication whether it signs its requests; false for other engines
 * @param redisSecurityProtocol {@code ssl-encryption} or {@code plaintext}; empty for other engines
 * @param kafkaSecurityProtocol {@code plaintext}, {@code sasl-ssl}, …; empty for other engines
 * @see <a href="https://docs.aws.amazon.com/dms/latest/APIReference/API_Endpoint.html">Endpoint</a>
 */
@CloudFormationType("AWS::DMS::Endpoint")
public record Endpoint(
        Identity identity,
        String endpointType,
        String engine,
        String status,
        String sslMode,
        Optional<String> mongoAuthentication,
        boolean neptuneIamAuthentication,
        Optional<String> redisSecurityProtocol,
        Optional<String> kafkaSecurityProtocol)
        implements Resource {
    /**
     * Engines whose connections have no mode of TLS to choose: services of AWS that are called over HTTPS or encrypt by themselves,
     * and those that say it in settings of their own.
     */
    private static final Set<String> WITHOUT_SSL_MODE = Set.of(
            "dynamodb",
            "elasticsearch",
            "kafka",
            "kinesis",
            "neptune",
            "opensearch",
            "redis",
            "redshift",
            "redshift-serverless",
            "s3",
            "timestream");

    /** {@return whether its mode says whether its connections are encrypted} */
    public boolean hasSslMode() {
        return !WITHOUT_SSL_MODE.contains(engine);
    }

    /** {@return whether it speaks to a Kafka broker without encryption} */
    public boolean isPlainKafka() {
        return engine.equals("kafka")
                && kafkaSecurityProtocol
                        .orElse("plaintext")
                        .toLowerCase(Locale.ROOT)
                        .endsWith("plaintext");
    }
}
