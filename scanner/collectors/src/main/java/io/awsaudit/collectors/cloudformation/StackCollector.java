package io.awsaudit.collectors.cloudformation;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.cloudformation.Stack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackDriftInformation;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/**
 * Reads the stacks of a region; of outputs and parameters only whether they look like a credential. A parameter with {@code
 * NoEcho} comes as asterisks.
 */
final class StackCollector implements Collector<Stack> {
    private static final AwsService<CloudFormationClient> CLIENT =
            AwsService.of("cloudformation", CloudFormationClient::builder);
    private static final Operation DESCRIBE_STACKS = Operation.of("cloudformation:DescribeStacks");

    @Override
    public Set<Class<? extends Stack>> yields() {
        return Set.of(Stack.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_STACKS);
    }

    @Override
    public Stream<Stack> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE_STACKS,
                        () -> reads.client(CLIENT)
                                .describeStacksPaginator(request -> {})
                                .stacks())
                .map(stack -> read(stack, reads));
    }

    private static Stack read(software.amazon.awssdk.services.cloudformation.model.Stack listed, Reads reads) {
        Map<String, String> tags =
                listed.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
        Optional<StackDriftInformation> drift = Optional.ofNullable(listed.driftInformation());
        return new Stack(
                Identity.tagged(new Arn(listed.stackId()), reads.account(), reads.region(), listed.stackName(), tags),
                new Stack.Status(Answers.sent(listed.stackStatusAsString(), "StackStatus")),
                Boolean.TRUE.equals(listed.enableTerminationProtection()),
                arn(listed.parentId()),
                arn(listed.roleARN()),
                drift(drift.map(StackDriftInformation::stackDriftStatusAsString).orElse(null)),
                drift.map(StackDriftInformation::lastCheckTimestamp),
                listed.notificationARNs().stream().map(Arn::new).toList(),
                Boolean.TRUE.equals(listed.disableRollback()),
                Secrets.inSettings(listed.outputs().stream()
                        .filter(output -> output.outputValue() != null)
                        .collect(Collectors.toMap(Output::outputKey, Output::outputValue, (one, other) -> one))),
                Secrets.inSettings(listed.parameters().stream()
                        .filter(parameter -> parameter.parameterValue() != null)
                        .collect(Collectors.toMap(
                                Parameter::parameterKey, StackCollector::valueOf, (one, other) -> one))));
    }

    /** Of a parameter that names one of Systems Manager's, what that held when the stack was last changed. */
    private static String valueOf(Parameter parameter) {
        return Objects.requireNonNullElse(parameter.resolvedValue(), parameter.parameterValue());
    }

    /** Left out where nobody ever looked. */
    static Stack.Drift drift(@Nullable String status) {
        return status == null ? Stack.Drift.NOT_CHECKED : new Stack.Drift(status);
    }

    private static Optional<Arn> arn(@Nullable String text) {
        return Optional.ofNullable(text).filter(arn -> !arn.isEmpty()).map(Arn::new);
    }
}
