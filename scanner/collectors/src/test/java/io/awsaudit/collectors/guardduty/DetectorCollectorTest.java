package io.awsaudit.collectors.guardduty;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.guardduty.Detector;
import io.awsaudit.inventory.guardduty.DetectorSettings;
import org.junit.jupiter.api.Test;

class DetectorCollectorTest {
    private static final String LIST = "{\"detectorIds\": [\"d1\"]}";

    @Test
    void aSuspendedDetectorIsThereAndNotEnabled() {
        try (CannedAws aws = new CannedAws().json("GET /detector", LIST).json("GET /detector/d1", """
                {"status": "DISABLED", "tags": {"Owner": "team"}, "features": [{"name": "S3_DATA_EVENTS", "status": "ENABLED"}]}""")) {
            Detector detector = only(aws);
            assertThat(detector.settings().knownNotTo(DetectorSettings.ENABLED)).isTrue();
            assertThat(detector.tags().asOptional().orElseThrow()).containsEntry("Owner", "team");
            assertThat(aws.requests().stream().filter(request -> request.contains("/detector/d1")))
                    .hasSize(1);
        }
    }

    @Test
    void featuresComeWithTheirParts() {
        try (CannedAws aws = new CannedAws().json("GET /detector", LIST).json("GET /detector/d1", """
                {"status": "ENABLED", "features": [
                  {"name": "CLOUD_TRAIL", "status": "ENABLED", "updatedAt": 1.7e9},
                  {"name": "RUNTIME_MONITORING", "status": "ENABLED", "updatedAt": 1.7e9, "additionalConfiguration": [
                    {"name": "EKS_ADDON_MANAGEMENT", "status": "DISABLED", "updatedAt": 1.7e9},
                    {"name": "EC2_AGENT_MANAGEMENT", "status": "ENABLED", "updatedAt": 1.7e9}]},
                  {"name": "A_PLAN_OF_TOMORROW", "status": "ENABLED"}]}""")) {
            Detector detector = only(aws);
            assertThat(detector.lacks("RUNTIME_MONITORING")).isFalse();
            assertThat(detector.lacksAgent("EC2_AGENT_MANAGEMENT")).isFalse();
            assertThat(detector.lacksEksAgent()).isTrue();
            assertThat(detector.lacks("A_PLAN_OF_TOMORROW")).isFalse();
            assertThat(detector.cannotHave("S3_DATA_EVENTS")).isTrue();
        }
    }

    @Test
    void anAnswerWithoutAStatusIsUnknownAndTheDetectorStays() {
        try (CannedAws aws = new CannedAws()
                .json("GET /detector", LIST)
                .json("GET /detector/d1", "{\"serviceRole\": \"r\", \"features\": []}")) {
            assertThat(only(aws).settings().unknownBecause().orElseThrow().cause())
                    .isEqualTo(Gap.Cause.MALFORMED);
        }
    }

    @Test
    void settingsThatAreRefusedAreUnknown() {
        try (CannedAws aws = new CannedAws()
                .json("GET /detector", LIST)
                .answer(
                        "GET /detector/d1",
                        403,
                        "application/json",
                        "{\"__type\": \"AccessDeniedException\", \"message\": \"no\"}")) {
            assertThat(only(aws).settings().unknownBecause().orElseThrow().cause())
                    .isEqualTo(Gap.Cause.DENIED);
        }
    }

    @Test
    void noDetectorIsNone() {
        try (CannedAws aws = new CannedAws().json("GET /detector", "{\"detectorIds\": []}")) {
            assertThat(aws.collect(Detector.class).resources()).isEmpty();
        }
    }

    private static Detector only(CannedAws aws) {
        return (Detector) aws.collect(Detector.class).resources().get(0);
    }
}
