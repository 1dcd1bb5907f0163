package io.awsaudit.collectors.sfn;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.sfn.StateMachine;
import io.awsaudit.inventory.sfn.StateMachine.LogLevel;
import io.awsaudit.inventory.sfn.StateMachine.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.CloudWatchLogsLogGroup;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.EncryptionConfiguration;
import software.amazon.awssdk.services.sfn.model.IncludedData;
import software.amazon.awssdk.services.sfn.model.LogDestination;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.TracingConfiguration;

/**
 * Reads state machines. Their settings are asked for without their definitions: those may be encrypted with a key that whoever
 * asks may not use, and then the whole answer is refused.
 */
final class StateMachineCollector implements Collector<StateMachine> {
    private static final String DESCRIBE = "states:DescribeStateMachine";
    private static final Operation LIST =
            Operation.of("states:ListStateMachines").pages(Sfn.PAGE);
    private static final Detail SETTINGS = Detail.of(StateMachine.class, "settings", DESCRIBE);
    private static final Detail DEFINITION =
            Detail.of(StateMachine.class, "definitionSecrets", DESCRIBE).separately();
    private static final Detail TAGS = Detail.of(StateMachine.class, "tags", Sfn.LIST_TAGS);

    /** A log group's ARN may end so, and means the same. */
    private static final String ALL_STREAMS = ":*";

    @Override
    public Set<Class<? extends StateMachine>> yields() {
        return Set.of(StateMachine.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, DEFINITION, TAGS);
    }

    @Override
    public Stream<StateMachine> collect(Reads reads) {
        SfnClient sfn = reads.client(Sfn.SFN);
        return reads.each(
                        StateMachine.class,
                        reads.pages(
                                LIST,
                                () -> sfn.listStateMachinesPaginator(request -> request.maxResults(Sfn.PAGE))
                                        .stateMachines()),
                        machine -> new Arn(machine.stateMachineArn()),
                        machine -> read(machine, sfn, reads))
                .filter(machine -> !machine.settings().knownTo(StateMachine.DELETING));
    }

    private static StateMachine read(StateMachineListItem machine, SfnClient sfn, Reads reads) {
        Arn arn = new Arn(machine.stateMachineArn());
        Supplier<Observed<Map<String, String>>> tags = reads.begin(TAGS, arn, () -> Sfn.tags(arn, sfn));
        Supplier<Observed<List<Secret>>> secrets = reads.begin(DEFINITION, arn, () -> secretsOf(arn, sfn));
        Observed<Settings> settings = reads.observe(
                SETTINGS,
                arn,
                () -> settings(sfn.describeStateMachine(
                        request -> request.stateMachineArn(arn.value()).includedData(IncludedData.METADATA_ONLY))));
        return new StateMachine(
                new Identity(arn, reads.account(), reads.region(), machine.name(), tags.get()),
                orEmpty(machine.typeAsString()),
                settings,
                secrets.get());
    }

    private static List<Secret> secretsOf(Arn arn, SfnClient sfn) {
        return Secrets.inText(Answers.sent(
                sfn.describeStateMachine(
                                request -> request.stateMachineArn(arn.value()).includedData(IncludedData.ALL_DATA))
                        .definition(),
                "definition"));
    }

    private static Settings settings(DescribeStateMachineResponse machine) {
        Optional<LoggingConfiguration> logging = Optional.ofNullable(machine.loggingConfiguration());
        return new Settings(
                orEmpty(machine.statusAsString()),
                // Left out where it was never set.
                logging.map(LoggingConfiguration::levelAsString)
                        .map(LogLevel::new)
                        .orElse(LogLevel.OFF),
                logging.stream()
                        .flatMap(config -> config.destinations().stream())
                        .map(LogDestination::cloudWatchLogsLogGroup)
                        .filter(group -> group != null)
                        .map(CloudWatchLogsLogGroup::logGroupArn)
                        .filter(group -> group != null && !group.isEmpty())
                        .map(StateMachineCollector::logGroup)
                        .toList(),
                Optional.ofNullable(machine.tracingConfiguration())
                        .map(TracingConfiguration::enabled)
                        .orElse(false),
                Optional.ofNullable(machine.encryptionConfiguration())
                        .map(EncryptionConfiguration::kmsKeyId)
                        .filter(key -> !key.isEmpty()),
                Optional.ofNullable(machine.roleArn())
                        .filter(role -> !role.isEmpty())
                        .map(Arn::new));
    }

    private static Arn logGroup(String arn) {
        return new Arn(arn.endsWith(ALL_STREAMS) ? arn.substring(0, arn.length() - ALL_STREAMS.length()) : arn);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
