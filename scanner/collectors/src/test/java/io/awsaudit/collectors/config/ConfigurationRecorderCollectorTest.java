package io.awsaudit.collectors.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.config.ConfigurationRecorder;
import io.awsaudit.inventory.config.RecorderStatus;
import org.junit.jupiter.api.Test;

class ConfigurationRecorderCollectorTest {
    private static final String RECORDER = """
            {"ConfigurationRecorders": [{"name": "default", "arn": "arn:aws:config:us-east-1:111122223333:configuration-recorder/default/x1",
             "roleARN": "arn:aws:iam::111122223333:role/config", "recordingGroup": {"allSupported": false,
             "includeGlobalResourceTypes": false, "resourceTypes": [], "exclusionByResourceTypes": {"resourceTypes": ["AWS::IAM::User"]},
             "recordingStrategy": {"useOnly": "EXCLUSION_BY_RESOURCE_TYPES"}}}]}""";

    @Test
    void whatARecorderLeavesOutIsRead() {
        try (CannedAws aws = new CannedAws()
                .json("DescribeConfigurationRecorders", RECORDER)
                .json(
                        "DescribeConfigurationRecorderStatus",
                        "{\"ConfigurationRecordersStatus\": [{\"name\": \"default\", \"recording\": true, \"lastStatus\": \"SUCCESS\"}]}")) {
            ConfigurationRecorder recorder = only(aws);
            assertThat(recorder.arn().value()).endsWith("default/x1");
            assertThat(recorder.recordingGroup().excludedResourceTypes()).containsExactly("AWS::IAM::User");
            assertThat(recorder.recordingGroup().recordsAllTypes()).isTrue();
            assertThat(recorder.status().knownTo(RecorderStatus.HEALTHY)).isTrue();
        }
    }

    @Test
    void aStatusThatIsRefusedIsUnknown() {
        try (CannedAws aws = new CannedAws()
                .json("DescribeConfigurationRecorders", RECORDER)
                .answer(
                        "DescribeConfigurationRecorderStatus",
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\": \"AccessDeniedException\"}")) {
            assertThat(only(aws).status().unknownBecause().orElseThrow().cause())
                    .isEqualTo(Gap.Cause.DENIED);
        }
    }

    private static ConfigurationRecorder only(CannedAws aws) {
        return (ConfigurationRecorder)
                aws.collect(ConfigurationRecorder.class).resources().get(0);
    }
}
