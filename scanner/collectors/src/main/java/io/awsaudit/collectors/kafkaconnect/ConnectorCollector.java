package io.awsaudit.collectors.kafkaconnect;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.kafkaconnect.Connector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kafkaconnect.KafkaConnectClient;
import software.amazon.awssdk.services.kafkaconnect.model.CloudWatchLogsLogDeliveryDescription;
import software.amazon.awssdk.services.kafkaconnect.model.ConnectorState;
import software.amazon.awssdk.services.kafkaconnect.model.ConnectorSummary;
import software.amazon.awssdk.services.kafkaconnect.model.FirehoseLogDeliveryDescription;
import software.amazon.awssdk.services.kafkaconnect.model.KafkaClusterClientAuthenticationDescription;
import software.amazon.awssdk.services.kafkaconnect.model.KafkaClusterEncryptionInTransitDescription;
import software.amazon.awssdk.services.kafkaconnect.model.LogDeliveryDescription;
import software.amazon.awssdk.services.kafkaconnect.model.S3LogDeliveryDescription;
import software.amazon.awssdk.services.kafkaconnect.model.WorkerLogDeliveryDescription;

/** Reads connectors of MSK Connect. The listing tells all but tags, and leaves out configurations, which may hold passwords. */
final class ConnectorCollector implements Collector<Connector> {
    private static final AwsService<KafkaConnectClient> CONNECT =
            AwsService.of("kafkaconnect", KafkaConnectClient::builder);
    private static final Operation LIST_CONNECTORS =
            Operation.of("kafkaconnect:ListConnectors").pages(100);
    private static final Detail TAGS = Detail.of(Connector.class, "tags", "kafkaconnect:ListTagsForResource");

    /** The most that a page takes. */
    private static final int PAGE = 100;

    @Override
    public Set<Class<? extends Connector>> yields() {
        return Set.of(Connector.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_CONNECTORS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Connector> collect(Reads reads) {
        KafkaConnectClient connect = reads.client(CONNECT);
        return reads.each(
                Connector.class,
                reads.pages(
                                LIST_CONNECTORS,
                                () -> connect.listConnectorsPaginator(request -> request.maxResults(PAGE)).stream()
                                        .flatMap(page -> page.connectors().stream())::iterator)
                        .filter(connector -> connector.connectorState() != ConnectorState.DELETING),
                connector -> new Arn(connector.connectorArn()),
                connector -> read(connector, connect, reads));
    }

    private static Connector read(ConnectorSummary connector, KafkaConnectClient connect, Reads reads) {
        Arn arn = new Arn(connector.connectorArn());
        Optional<WorkerLogDeliveryDescription> logs =
                Optional.ofNullable(connector.logDelivery()).map(LogDeliveryDescription::workerLogDelivery);
        Optional<CloudWatchLogsLogDeliveryDescription> logGroup = logs.map(WorkerLogDeliveryDescription::cloudWatchLogs)
                .filter(delivery -> Boolean.TRUE.equals(delivery.enabled()));
        return new Connector(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        connector.connectorName(),
                        reads.observe(
                                TAGS,
                                arn,
                                () -> Map.copyOf(
                                        connect.listTagsForResource(request -> request.resourceArn(arn.value()))
                                                .tags()))),
                new Connector.State(orEmpty(connector.connectorStateAsString())),
                new Connector.EncryptionInTransit(
                        orEmpty(Optional.ofNullable(connector.kafkaClusterEncryptionInTransit())
                                .map(KafkaClusterEncryptionInTransitDescription::encryptionTypeAsString)
                                .orElse(null))),
                new Connector.Authentication(orEmpty(Optional.ofNullable(connector.kafkaClusterClientAuthentication())
                        .map(KafkaClusterClientAuthenticationDescription::authenticationTypeAsString)
                        .orElse(null))),
                logGroup.isPresent()
                        || logs.map(WorkerLogDeliveryDescription::firehose)
                                .map(FirehoseLogDeliveryDescription::enabled)
                                .orElse(false)
                        || logs.map(WorkerLogDeliveryDescription::s3)
                                .map(S3LogDeliveryDescription::enabled)
                                .orElse(false),
                logGroup.map(CloudWatchLogsLogDeliveryDescription::logGroup).stream()
                        .map(group -> reads.arn("logs", "log-group:" + group))
                        .toList(),
                Optional.ofNullable(connector.serviceExecutionRoleArn())
                        .filter(role -> !role.isEmpty())
                        .map(Arn::new));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
