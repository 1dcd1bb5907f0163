package io.awsaudit.collectors.globalaccelerator;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.globalaccelerator.Accelerator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.globalaccelerator.GlobalAcceleratorClient;
import software.amazon.awssdk.services.globalaccelerator.model.Tag;

/** Reads the standard accelerators of an account. */
final class AcceleratorCollector implements Collector<Accelerator> {
    private static final Detail FLOW_LOGS =
            Detail.of(Accelerator.class, "flowLogsEnabled", "globalaccelerator:DescribeAcceleratorAttributes");
    private static final Detail TAGS = Detail.of(Accelerator.class, "tags", "globalaccelerator:ListTagsForResource");

    @Override
    public Set<Class<? extends Accelerator>> yields() {
        return Set.of(Accelerator.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(GlobalAccelerator.LIST_ACCELERATORS);
    }

    @Override
    public List<Detail> details() {
        return List.of(FLOW_LOGS, TAGS);
    }

    @Override
    public Stream<Accelerator> collect(Reads reads) {
        return reads.each(
                Accelerator.class,
                GlobalAccelerator.accelerators(reads),
                accelerator -> new Arn(accelerator.acceleratorArn()),
                accelerator -> read(accelerator, reads));
    }

    private static Accelerator read(
            software.amazon.awssdk.services.globalaccelerator.model.Accelerator listed, Reads reads) {
        GlobalAcceleratorClient client = GlobalAccelerator.client(reads);
        Arn arn = new Arn(listed.acceleratorArn());
        return new Accelerator(
                new Identity(
                        arn,
                        reads.account(),
                        Identity.GLOBAL,
                        Answers.sent(listed.name(), "Name"),
                        reads.observe(TAGS, arn, () -> tagsOf(arn, client))),
                Answers.sent(listed.enabled(), "Enabled"),
                reads.observe(FLOW_LOGS, arn, () -> logsFlows(arn, client)));
    }

    private static boolean logsFlows(Arn arn, GlobalAcceleratorClient client) {
        return Boolean.TRUE.equals(Answers.sent(
                        client.describeAcceleratorAttributes(request -> request.acceleratorArn(arn.value()))
                                .acceleratorAttributes(),
                        "AcceleratorAttributes")
                .flowLogsEnabled());
    }

    private static Map<String, String> tagsOf(Arn arn, GlobalAcceleratorClient client) {
        return client.listTagsForResource(request -> request.resourceArn(arn.value())).tags().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
    }
}
