package io.awsaudit.collectors.mq;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.mq.Broker;
import io.awsaudit.inventory.mq.BrokerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mq.MqClient;
import software.amazon.awssdk.services.mq.model.BrokerState;
import software.amazon.awssdk.services.mq.model.BrokerSummary;
import software.amazon.awssdk.services.mq.model.DescribeBrokerResponse;
import software.amazon.awssdk.services.mq.model.EncryptionOptions;
import software.amazon.awssdk.services.mq.model.LogsSummary;

/** Reads brokers; one answer about each holds its settings and its tags. */
final class BrokerCollector implements Collector<Broker> {
    private static final AwsService<MqClient> MQ = AwsService.of("mq", MqClient::builder);
    private static final Operation LIST_BROKERS = Operation.of("mq:ListBrokers").pages(100);
    private static final Detail SETTINGS = Detail.of(Broker.class, "settings", "mq:DescribeBroker");
    private static final Detail TAGS = Detail.of(Broker.class, "tags", "mq:DescribeBroker");

    /** The most that a page takes. */
    private static final int PAGE = 100;

    @Override
    public Set<Class<? extends Broker>> yields() {
        return Set.of(Broker.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_BROKERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<Broker> collect(Reads reads) {
        MqClient mq = reads.client(MQ);
        return reads.each(
                Broker.class,
                reads.pages(
                                LIST_BROKERS,
                                () -> mq.listBrokersPaginator(request -> request.maxResults(PAGE)).stream()
                                        .flatMap(page -> page.brokerSummaries().stream())::iterator)
                        .filter(broker -> broker.brokerState() != BrokerState.DELETION_IN_PROGRESS),
                broker -> new Arn(broker.brokerArn()),
                broker -> read(broker, mq, reads));
    }

    private static Broker read(BrokerSummary broker, MqClient mq, Reads reads) {
        Arn arn = new Arn(broker.brokerArn());
        record Answer(BrokerSettings settings, Map<String, String> tags) {}
        // One answer holds both.
        Observed<Answer> described = reads.answer(reads.wants(SETTINGS) ? SETTINGS : TAGS, arn, () -> {
            DescribeBrokerResponse answer = mq.describeBroker(request -> request.brokerId(broker.brokerId()));
            return new Answer(settings(answer, reads), answer.tags());
        });
        return new Broker(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        broker.brokerName() == null ? broker.brokerId() : broker.brokerName(),
                        described.map(Answer::tags)),
                new Broker.Engine(orEmpty(broker.engineTypeAsString())),
                new Broker.DeploymentMode(orEmpty(broker.deploymentModeAsString())),
                orEmpty(broker.hostInstanceType()),
                new Broker.State(orEmpty(broker.brokerStateAsString())),
                described.map(Answer::settings));
    }

    private static BrokerSettings settings(DescribeBrokerResponse broker, Reads reads) {
        Optional<LogsSummary> logs = Optional.ofNullable(broker.logs());
        return new BrokerSettings(
                Answers.sent(broker.engineVersion(), "engineVersion"),
                Answers.sent(broker.publiclyAccessible(), "publiclyAccessible"),
                Boolean.TRUE.equals(broker.autoMinorVersionUpgrade()),
                logs.map(LogsSummary::general).orElse(false),
                logs.map(LogsSummary::audit).orElse(false),
                logs.map(LogsSummary::generalLogGroup).flatMap(group -> logGroup(group, reads)),
                logs.map(LogsSummary::auditLogGroup).flatMap(group -> logGroup(group, reads)),
                Optional.ofNullable(broker.encryptionOptions())
                        .map(EncryptionOptions::kmsKeyId)
                        .filter(key -> key.startsWith("arn:"))
                        .map(Arn::new),
                new BrokerSettings.StorageType(orEmpty(broker.storageTypeAsString())),
                broker.subnetIds().stream()
                        .map(subnet -> reads.arn("ec2", "subnet/" + subnet))
                        .toList(),
                broker.securityGroups().stream()
                        .map(group -> reads.arn("ec2", "security-group/" + group))
                        .toList());
    }

    private static Optional<Arn> logGroup(String name, Reads reads) {
        return name.isEmpty() ? Optional.empty() : Optional.of(reads.arn("logs", "log-group:" + name));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
