package io.awsaudit.collectors.connect;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.connect.Instance;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.InstanceAttributeType;
import software.amazon.awssdk.services.connect.model.InstanceStatus;
import software.amazon.awssdk.services.connect.model.InstanceSummary;

/** Reads contact centres. One that could not be made stays listed for a day. */
final class InstanceCollector implements Collector<Instance> {
    private static final AwsService<ConnectClient> CLIENT = AwsService.of("connect", ConnectClient::builder);
    private static final int PAGE = 10;
    private static final Operation LIST = Operation.of("connect:ListInstances")
            .needing("connect:ListInstances", "ds:DescribeDirectories")
            .pages(PAGE);
    private static final Detail FLOW_LOGS = Detail.of(Instance.class, "flowLogs", "connect:DescribeInstanceAttribute");
    private static final Detail TAGS = Detail.of(Instance.class, "tags", "connect:ListTagsForResource");

    @Override
    public Set<Class<? extends Instance>> yields() {
        return Set.of(Instance.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(FLOW_LOGS, TAGS);
    }

    @Override
    public Stream<Instance> collect(Reads reads) {
        ConnectClient connect = reads.client(CLIENT);
        return reads.each(
                Instance.class,
                reads.pages(
                                LIST,
                                () -> connect.listInstancesPaginator(request -> request.maxResults(PAGE))
                                        .instanceSummaryList())
                        .filter(listed -> listed.instanceStatus() != InstanceStatus.CREATION_FAILED),
                listed -> new Arn(listed.arn()),
                listed -> read(listed, connect, reads));
    }

    private static Instance read(InstanceSummary listed, ConnectClient connect, Reads reads) {
        Arn arn = new Arn(listed.arn());
        return new Instance(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.instanceAlias() == null || listed.instanceAlias().isBlank()
                                ? listed.id()
                                : listed.instanceAlias(),
                        reads.observe(
                                TAGS,
                                arn,
                                () -> Map.copyOf(
                                        connect.listTagsForResource(request -> request.resourceArn(arn.value()))
                                                .tags()))),
                Objects.requireNonNullElse(listed.instanceStatusAsString(), ""),
                reads.observe(FLOW_LOGS, arn, () -> logsFlows(listed.id(), connect)));
    }

    private static boolean logsFlows(String instance, ConnectClient connect) {
        return Boolean.parseBoolean(Answers.sent(
                Answers.sent(
                                connect.describeInstanceAttribute(request -> request.instanceId(instance)
                                                .attributeType(InstanceAttributeType.CONTACTFLOW_LOGS))
                                        .attribute(),
                                "Attribute")
                        .value(),
                "Value"));
    }
}
