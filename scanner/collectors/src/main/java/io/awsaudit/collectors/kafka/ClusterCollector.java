package io.awsaudit.collectors.kafka;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.kafka.Cluster;
import io.awsaudit.inventory.kafka.Cluster.Authentication;
import io.awsaudit.inventory.kafka.Cluster.ClientBroker;
import io.awsaudit.inventory.kafka.Cluster.VersionStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kafka.model.BrokerLogs;
import software.amazon.awssdk.services.kafka.model.BrokerNodeGroupInfo;
import software.amazon.awssdk.services.kafka.model.BrokerSoftwareInfo;
import software.amazon.awssdk.services.kafka.model.ClientAuthentication;
import software.amazon.awssdk.services.kafka.model.CloudWatchLogs;
import software.amazon.awssdk.services.kafka.model.ClusterState;
import software.amazon.awssdk.services.kafka.model.ConnectivityInfo;
import software.amazon.awssdk.services.kafka.model.EncryptionAtRest;
import software.amazon.awssdk.services.kafka.model.EncryptionInTransit;
import software.amazon.awssdk.services.kafka.model.EncryptionInfo;
import software.amazon.awssdk.services.kafka.model.Firehose;
import software.amazon.awssdk.services.kafka.model.Iam;
import software.amazon.awssdk.services.kafka.model.KafkaVersion;
import software.amazon.awssdk.services.kafka.model.LoggingInfo;
import software.amazon.awssdk.services.kafka.model.Provisioned;
import software.amazon.awssdk.services.kafka.model.PublicAccess;
import software.amazon.awssdk.services.kafka.model.S3;
import software.amazon.awssdk.services.kafka.model.Sasl;
import software.amazon.awssdk.services.kafka.model.Scram;
import software.amazon.awssdk.services.kafka.model.Tls;
import software.amazon.awssdk.services.kafka.model.Unauthenticated;

/** Reads clusters of MSK, of which one listing tells all; another one says which versions of Kafka AWS supports. */
final class ClusterCollector implements Collector<Cluster> {
    private static final AwsService<KafkaClient> KAFKA = AwsService.of("kafka", KafkaClient::builder);
    private static final Operation LIST_CLUSTERS =
            Operation.of("kafka:ListClustersV2").pages(100);
    private static final Detail VERSION_STATUS = Detail.of(
                    Cluster.class, "kafkaVersionStatus", "kafka:ListKafkaVersions")
            .forAll();

    /** The most that a page takes. */
    private static final int PAGE = 100;

    private static final String PUBLIC = "SERVICE_PROVIDED_EIPS";

    @Override
    public Set<Class<? extends Cluster>> yields() {
        return Set.of(Cluster.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_CLUSTERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(VERSION_STATUS);
    }

    @Override
    public Stream<Cluster> collect(Reads reads) {
        KafkaClient kafka = reads.client(KAFKA);
        Supplier<Map<String, String>> versions =
                reads.sharedAnswer("statuses of Kafka's versions", () -> versionsOf(kafka));
        Stream<software.amazon.awssdk.services.kafka.model.Cluster> clusters = reads.pages(
                        LIST_CLUSTERS,
                        () -> kafka.listClustersV2Paginator(request -> request.maxResults(PAGE))
                                .clusterInfoList())
                .filter(cluster -> cluster.state() != ClusterState.DELETING);
        return reads.each(
                Cluster.class,
                clusters,
                cluster -> new Arn(cluster.clusterArn()),
                cluster -> read(cluster, versions, reads));
    }

    private static Map<String, String> versionsOf(KafkaClient kafka) {
        return kafka.listKafkaVersionsPaginator(request -> request.maxResults(PAGE)).kafkaVersions().stream()
                .collect(Collectors.toMap(
                        KafkaVersion::version, version -> orEmpty(version.statusAsString()), (one, other) -> one));
    }

    private static Cluster read(
            software.amazon.awssdk.services.kafka.model.Cluster cluster,
            Supplier<Map<String, String>> versions,
            Reads reads) {
        Arn arn = new Arn(cluster.clusterArn());
        Optional<Provisioned> provisioned = Optional.ofNullable(cluster.provisioned());
        Optional<BrokerNodeGroupInfo> brokers = provisioned.map(Provisioned::brokerNodeGroupInfo);
        Optional<EncryptionInfo> encryption = provisioned.map(Provisioned::encryptionInfo);
        Optional<EncryptionInTransit> inTransit = encryption.map(EncryptionInfo::encryptionInTransit);
        Optional<String> version =
                provisioned.map(Provisioned::currentBrokerSoftwareInfo).map(BrokerSoftwareInfo::kafkaVersion);
        return new Cluster(
                Identity.tagged(arn, reads.account(), reads.region(), cluster.clusterName(), cluster.tags()),
                new Cluster.Type(orEmpty(cluster.clusterTypeAsString())),
                orEmpty(cluster.stateAsString()),
                version,
                version.isEmpty()
                        ? Observed.known(VersionStatus.NONE)
                        : reads.observe(
                                VERSION_STATUS,
                                arn,
                                () -> statusOf(versions.get().get(version.get()))),
                brokers.map(BrokerNodeGroupInfo::instanceType),
                Stream.concat(
                                brokers.stream().flatMap(group -> group.clientSubnets().stream()),
                                Stream.ofNullable(cluster.serverless())
                                        .flatMap(serverless -> serverless.vpcConfigs().stream())
                                        .flatMap(vpc -> vpc.subnetIds().stream()))
                        .map(subnet -> reads.arn("ec2", "subnet/" + subnet))
                        .toList(),
                Stream.concat(
                                brokers.stream().flatMap(group -> group.securityGroups().stream()),
                                Stream.ofNullable(cluster.serverless())
                                        .flatMap(serverless -> serverless.vpcConfigs().stream())
                                        .flatMap(vpc -> vpc.securityGroupIds().stream()))
                        .map(group -> reads.arn("ec2", "security-group/" + group))
                        .toList(),
                encryption
                        .map(EncryptionInfo::encryptionAtRest)
                        .map(EncryptionAtRest::dataVolumeKMSKeyId)
                        .filter(key -> key.startsWith("arn:"))
                        .map(Arn::new),
                inTransit.map(EncryptionInTransit::inCluster),
                inTransit.map(EncryptionInTransit::clientBrokerAsString).map(ClientBroker::new),
                authenticationOf(provisioned.map(Provisioned::clientAuthentication)),
                brokers.map(BrokerNodeGroupInfo::connectivityInfo)
                        .map(ConnectivityInfo::publicAccess)
                        .map(PublicAccess::type)
                        .filter(PUBLIC::equals)
                        .isPresent(),
                provisioned.map(Provisioned::enhancedMonitoringAsString).orElse(""),
                provisioned
                        .map(Provisioned::loggingInfo)
                        .map(LoggingInfo::brokerLogs)
                        .filter(ClusterCollector::isAnywhere)
                        .isPresent(),
                provisioned.map(Provisioned::customerActionStatusAsString).orElse(""));
    }

    /** {@return null for a version that AWS does not list, of which nothing is known} */
    private static @Nullable VersionStatus statusOf(@Nullable String status) {
        return status == null ? null : new VersionStatus(status);
    }

    private static Authentication authenticationOf(Optional<ClientAuthentication> authentication) {
        Optional<Sasl> sasl = authentication.map(ClientAuthentication::sasl);
        return new Authentication(
                sasl.map(Sasl::scram).map(Scram::enabled).orElse(false),
                sasl.map(Sasl::iam).map(Iam::enabled).orElse(false),
                // Clusters from before there was a switch have but the authorities.
                authentication
                        .map(ClientAuthentication::tls)
                        .map(ClusterCollector::isOn)
                        .orElse(false),
                authentication.map(ClientAuthentication::unauthenticated).map(Unauthenticated::enabled));
    }

    private static boolean isOn(Tls tls) {
        return tls.enabled() == null ? !tls.certificateAuthorityArnList().isEmpty() : tls.enabled();
    }

    private static boolean isAnywhere(BrokerLogs logs) {
        return Stream.of(
                        Optional.ofNullable(logs.cloudWatchLogs()).map(CloudWatchLogs::enabled),
                        Optional.ofNullable(logs.firehose()).map(Firehose::enabled),
                        Optional.ofNullable(logs.s3()).map(S3::enabled))
                .anyMatch(enabled -> enabled.orElse(false));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
