package io.awsaudit.collectors.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.cloudtrail.EventSelectors;
import io.awsaudit.inventory.cloudtrail.Trail;
import io.awsaudit.inventory.cloudtrail.TrailStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of trails, with AWS's documented responses. */
class TrailCollectorTest {
    private static final String ORGANIZATION_TRAIL = """
            {"trailList": [{"Name": "org", "S3BucketName": "org-logs", "IncludeGlobalServiceEvents": true,
             "IsMultiRegionTrail": true, "HomeRegion": "eu-west-1", "IsOrganizationTrail": true,
             "TrailARN": "arn:aws:cloudtrail:eu-west-1:999988887777:trail/org", "LogFileValidationEnabled": true,
             "CloudWatchLogsLogGroupArn": "arn:aws:logs:eu-west-1:999988887777:log-group:org:*"}]}""";

    @Test
    void theShadowOfAnOrganizationTrailIsATrailOfAnotherAccount() {
        try (CannedAws aws = new CannedAws().json("DescribeTrails", ORGANIZATION_TRAIL)) {
            Trail trail = only(aws);
            assertThat(trail.region()).isEqualTo("eu-west-1");
            assertThat(trail.account()).isEqualTo("111122223333");
            assertThat(trail.ownedElsewhere()).isTrue();
            assertThat(trail.deliversElsewhere()).isTrue();
            assertThat(trail.cloudWatchLogsLogGroup().orElseThrow().value()).endsWith("log-group:org");
            assertThat(aws.requests()).anyMatch(request -> request.contains("\"includeShadowTrails\":true"));
        }
    }

    @Test
    void selectorsThatAMemberAccountMayNotReadAreUnknown() {
        try (CannedAws aws = new CannedAws()
                .json("DescribeTrails", ORGANIZATION_TRAIL)
                .json("GetTrailStatus", "{\"IsLogging\": true}")
                .answer(
                        "GetEventSelectors",
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\": \"AccessDeniedException\", \"Message\": \"no\"}")) {
            Trail trail = only(aws);
            assertThat(trail.status().knownTo(TrailStatus.LOGGING)).isTrue();
            Gap gap = trail.eventSelectors().unknownBecause().orElseThrow();
            assertThat(gap.cause()).isEqualTo(Gap.Cause.DENIED);
            assertThat(gap.action()).contains("cloudtrail:GetEventSelectors");
        }
    }

    @Test
    void advancedSelectorsAreRead() {
        try (CannedAws aws =
                new CannedAws().json("DescribeTrails", ORGANIZATION_TRAIL).json("GetEventSelectors", """
                        {"AdvancedEventSelectors": [{"Name": "all", "FieldSelectors": [
                         {"Field": "eventCategory", "Equals": ["Management"]},
                         {"Field": "eventSource", "NotEquals": ["kms.amazonaws.com"]}]}]}""")) {
            EventSelectors selectors = only(aws).eventSelectors().asOptional().orElseThrow();
            assertThat(selectors.basic()).isEmpty();
            assertThat(selectors.advanced().get(0).fields())
                    .extracting(EventSelectors.Field::notEqualTo)
                    .containsExactly(List.of(), List.of("kms.amazonaws.com"));
            assertThat(selectors.recordAllManagementEvents()).isFalse();
        }
    }

    private static Trail only(CannedAws aws) {
        return (Trail) aws.collect(Trail.class).resources().get(0);
    }
}
