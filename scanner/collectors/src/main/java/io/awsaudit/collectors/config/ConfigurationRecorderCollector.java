package io.awsaudit.collectors.config;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.config.ConfigurationRecorder;
import io.awsaudit.inventory.config.RecorderStatus;
import io.awsaudit.inventory.config.RecordingGroup;
import io.awsaudit.inventory.config.RecordingStrategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.config.ConfigClient;

/** Reads the recorder of each region; a region without one answers with an empty list. */
final class ConfigurationRecorderCollector implements Collector<ConfigurationRecorder> {
    private static final Operation DESCRIBE_RECORDERS = Operation.of("config:DescribeConfigurationRecorders");
    private static final Detail STATUS =
            Detail.of(ConfigurationRecorder.class, "status", "config:DescribeConfigurationRecorderStatus");
    private static final Detail TAGS = Detail.of(ConfigurationRecorder.class, "tags", "config:ListTagsForResource");

    @Override
    public Set<Class<? extends ConfigurationRecorder>> yields() {
        return Set.of(ConfigurationRecorder.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_RECORDERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(STATUS, TAGS);
    }

    @Override
    public Stream<ConfigurationRecorder> collect(Reads reads) {
        return reads
                .list(
                        DESCRIBE_RECORDERS,
                        () -> reads.client(Config.CONFIG).describeConfigurationRecorders(request -> {}))
                .configurationRecorders()
                .stream()
                .map(recorder -> read(recorder, reads));
    }

    private static ConfigurationRecorder read(
            software.amazon.awssdk.services.config.model.ConfigurationRecorder recorder, Reads reads) {
        ConfigClient config = reads.client(Config.CONFIG);
        Arn arn = recorder.arn() == null
                ? reads.arn("config", "configuration-recorder/" + recorder.name())
                : new Arn(recorder.arn());
        Observed<Map<String, String>> tags = reads.observe(
                TAGS,
                arn,
                () -> config.listTagsForResourcePaginator(request -> request.resourceArn(arn.value())).tags().stream()
                        .collect(Collectors.toMap(tag -> tag.key(), tag -> tag.value() == null ? "" : tag.value())));
        return new ConfigurationRecorder(
                new Identity(arn, reads.account(), reads.region(), recorder.name(), tags),
                Optional.ofNullable(recorder.roleARN())
                        .filter(role -> !role.isEmpty())
                        .map(Arn::new),
                groupOf(recorder),
                reads.observe(STATUS, arn, () -> statusOf(recorder.name(), config)));
    }

    private static RecordingGroup groupOf(software.amazon.awssdk.services.config.model.ConfigurationRecorder recorder) {
        var group = recorder.recordingGroup();
        if (group == null) {
            // Never given: AWS documents that all supported types are recorded, global ones not.
            return new RecordingGroup(true, false, Optional.of(RecordingStrategy.ALL), List.of(), List.of());
        }
        return new RecordingGroup(
                Boolean.TRUE.equals(group.allSupported()),
                Boolean.TRUE.equals(group.includeGlobalResourceTypes()),
                Optional.ofNullable(group.recordingStrategy())
                        .flatMap(strategy -> Optional.ofNullable(strategy.useOnlyAsString()))
                        .map(RecordingStrategy::new),
                group.resourceTypesAsStrings(),
                group.exclusionByResourceTypes() == null
                        ? List.of()
                        : group.exclusionByResourceTypes().resourceTypesAsStrings());
    }

    private static RecorderStatus statusOf(String recorder, ConfigClient config) {
        var status = config.describeConfigurationRecorderStatus(request -> request.configurationRecorderNames(recorder))
                .configurationRecordersStatus()
                .get(0);
        return new RecorderStatus(
                Answers.sent(status.recording(), "recording"),
                Optional.ofNullable(status.lastStatusAsString()),
                Optional.ofNullable(status.lastErrorCode()).filter(code -> !code.isEmpty()));
    }
}
