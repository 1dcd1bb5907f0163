package io.awsaudit.collectors.accessanalyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.accessanalyzer.Analyzer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All that is read of analyzers, with AWS's documented responses: the emulator has none. */
class AnalyzerCollectorTest {
    @Test
    void everyPageIsRead() {
        try (CannedAws aws = new CannedAws().json("/analyzer?", """
                        {"analyzers": [{"arn": "arn:aws:access-analyzer:us-east-1:111122223333:analyzer/external", "name": "external",
                          "type": "ACCOUNT", "status": "ACTIVE", "createdAt": "2025-01-01T00:00:00Z", "tags": {"Owner": "team"}}],
                         "nextToken": "more"}""").json("nextToken=more", """
                        {"analyzers": [{"arn": "arn:aws:access-analyzer:us-east-1:111122223333:analyzer/unused", "name": "unused",
                          "type": "ACCOUNT_UNUSED_ACCESS", "status": "ACTIVE", "createdAt": "2025-01-01T00:00:00Z"}]}""")) {
            assertThat(aws.collect(Analyzer.class).resources())
                    .extracting(resource -> (Analyzer) resource)
                    .satisfiesExactly(
                            external -> {
                                assertThat(external.findsExternalAccess()).isTrue();
                                assertThat(external.tags().knownTo(tags -> "team".equals(tags.get("Owner"))))
                                        .isTrue();
                            },
                            unused -> assertThat(unused.findsExternalAccess()).isFalse());
        }
    }

    @Test
    void aRefusalIsAGapInTheListing() {
        try (CannedAws aws = new CannedAws()
                .answer(
                        "/analyzer?",
                        403,
                        "application/json",
                        "{\"__type\": \"AccessDeniedException\", \"message\": \"no identity-based policy allows it\"}")) {
            assertThat(aws.collect(Analyzer.class).coverage().listings())
                    .singleElement()
                    .satisfies(listing -> {
                        Gap gap = listing.gap().orElseThrow();
                        assertThat(gap.cause()).isEqualTo(Gap.Cause.DENIED);
                        assertThat(gap.action()).contains("access-analyzer:ListAnalyzers");
                    });
        }
    }

    @Test
    void findingsAreCountedOfWhateverKindTheAnalyzerLooksFor() {
        try (CannedAws aws = new CannedAws()
                .json("/analyzer?", """
                        {"analyzers": [
                         {"arn": "arn:aws:access-analyzer:us-east-1:111122223333:analyzer/external", "name": "external",
                          "type": "ACCOUNT", "status": "ACTIVE", "createdAt": "2025-01-01T00:00:00Z"},
                         {"arn": "arn:aws:access-analyzer:us-east-1:111122223333:analyzer/unused", "name": "unused",
                          "type": "ACCOUNT_UNUSED_ACCESS", "status": "ACTIVE", "createdAt": "2025-01-01T00:00:00Z"},
                         {"arn": "arn:aws:access-analyzer:us-east-1:111122223333:analyzer/young", "name": "young",
                          "type": "ACCOUNT", "status": "CREATING", "createdAt": "2025-01-01T00:00:00Z"}]}""")
                .json("analyzer/external\"", """
                        {"findingsStatistics": [{"externalAccessFindingsStatistics": {"resourceTypeStatistics": {},
                          "totalActiveFindings": 0, "totalArchivedFindings": 3, "totalResolvedFindings": 1}}]}""")
                .json("analyzer/unused\"", """
                        {"findingsStatistics": [{"unusedAccessFindingsStatistics": {"totalActiveFindings": 7}}]}""")
                .json("analyzer/young\"", "{\"findingsStatistics\": []}")) {
            assertThat(aws.collect(Analyzer.class).resources())
                    .extracting(
                            resource -> ((Analyzer) resource).activeFindings().asOptional())
                    .containsExactlyInAnyOrder(Optional.of(0), Optional.of(7), Optional.empty());
        }
    }
}
