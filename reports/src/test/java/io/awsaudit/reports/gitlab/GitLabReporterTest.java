package io.awsaudit.reports.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GitLabReporterTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Schema SCHEMA = schema();
    private static final List<AuditResult> RESULTS = List.of(Samples.small(), Samples.hostile(), Samples.large(2_000));

    @Test
    void theSmallResultLooksLikeThis() {
        Golden.assertThatTextIs("gl-sast-report.json", Golden.text(new GitLabReporter(), Samples.small()));
    }

    @ParameterizedTest
    @FieldSource("RESULTS")
    void theReportIsValidByTheSchemaOfGitLab(AuditResult result) {
        assertThat(SCHEMA.validate(Golden.text(new GitLabReporter(), result), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaIsThatOfTheVersionThatReportsName() {
        assertThat(MAPPER.readTree(schemaText()).at("/self/version").asString())
                .isEqualTo(GitLabReporter.SCHEMA_VERSION);
    }

    @ParameterizedTest
    @FieldSource("RESULTS")
    void allThatIsOpenIsThereAndNothingElse(AuditResult result) {
        assertThat(report(result).path("vulnerabilities").size()).isEqualTo((int) result.findings().stream()
                .filter(finding -> finding.isOpenFailure() || finding.isOpenUnknown())
                .count());
    }

    @Test
    void whatIsUndecidedIsNotTakenForMended() {
        assertThat(report(Samples.small()).path("vulnerabilities"))
                .filteredOn(found -> found.path("severity").asString().equals("Unknown"))
                .hasSize((int) Samples.small().findings().stream()
                        .filter(Finding::isOpenUnknown)
                        .count())
                .allSatisfy(found -> assertThat(found.path("name").asString()).startsWith("Not decided: "));
    }

    @ParameterizedTest
    @FieldSource("RESULTS")
    void gitLabCanTellAnyTwoApart(AuditResult result) {
        Set<String> places = new HashSet<>();
        for (JsonNode found : report(result).path("vulnerabilities")) {
            assertThat(places.add(found.at("/identifiers/0/value").asString() + " "
                            + found.at("/tracking/items/0/signatures/0/value").asString()))
                    .isTrue();
            assertThat(found.path("identifiers").size()).isLessThanOrEqualTo(20);
            assertThat(found.path("description").asString()).hasSizeLessThanOrEqualTo(15_000);
        }
    }

    @Test
    void ofTooManyTheMostSevereAreThereAndAMessageSaysSo() {
        AuditResult result = Samples.large(2_000);
        JsonNode report = MAPPER.readTree(Golden.text(new GitLabReporter(10), result));
        assertThat(report.path("vulnerabilities"))
                .hasSize(10)
                .allSatisfy(
                        found -> assertThat(found.path("severity").asString()).isEqualTo("Critical"));
        assertThat(report.at("/scan/messages").findValuesAsString("value"))
                .anyMatch(message -> message.startsWith("This report holds the 10 most severe findings of "));
    }

    private static JsonNode report(AuditResult result) {
        return MAPPER.readTree(Golden.text(new GitLabReporter(), result));
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schemaText());
    }

    private static String schemaText() {
        try (InputStream in = GitLabReporterTest.class.getResourceAsStream("/gitlab/sast-report-format-15.2.1.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
