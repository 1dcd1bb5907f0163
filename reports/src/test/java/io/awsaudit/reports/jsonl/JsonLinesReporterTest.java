package io.awsaudit.reports.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.reports.Unseen;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesReporterTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<AuditResult> RESULTS = List.of(Samples.small(), Samples.hostile(), Samples.large(2_000));

    @Test
    void theSmallResultLooksLikeThis() {
        Golden.assertThatTextIs("findings.jsonl", Golden.text(new JsonLinesReporter(), Samples.small()));
    }

    @ParameterizedTest
    @FieldSource("RESULTS")
    void everyLineIsValidByItsSchema(AuditResult result) {
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(
                                Map.of("urn:aws-audit:schema:findings:2", read("findings.schema.json"))))
                .getSchema(read("finding-line.schema.json"));
        assertThat(Golden.text(new JsonLinesReporter(), result).lines())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
    }

    @ParameterizedTest
    @FieldSource("RESULTS")
    void theFirstLineSaysHowManyFollow(AuditResult result) {
        List<JsonNode> lines = lines(result).toList();
        assertThat(lines.get(0).path("kind").asString()).isEqualTo("scan");
        lines.get(0)
                .path("lines")
                .properties()
                .forEach(count -> assertThat(lines)
                        .filteredOn(line -> line.path("kind").asString().equals(count.getKey()))
                        .hasSize(count.getValue().asInt()));
        assertThat(lines.get(0)
                        .path("lines")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(lines.size() - 1);
    }

    @ParameterizedTest
    @FieldSource("RESULTS")
    void everyFindingAndEveryGapIsThere(AuditResult result) {
        assertThat(of("finding", result).map(line -> line.path("fingerprint").asString()))
                .containsExactlyElementsOf(
                        result.findings().stream().map(Finding::fingerprint).toList());
        assertThat(of("gap", result)).hasSameSizeAs(Unseen.of(result));
    }

    @Test
    void aLineIsShorterThanAKilobyteOnAverage() {
        AuditResult result = Samples.large(20_000);
        assertThat(Golden.text(new JsonLinesReporter(), result).length()
                        / result.findings().size())
                .isLessThan(1_000);
    }

    @Test
    void aLineHasNoMetadata() {
        assertThat(of("finding", Samples.small()))
                .allSatisfy(line ->
                        assertThat(line.propertyNames()).doesNotContain("why", "fix", "cli", "terraform", "source"));
    }

    private static Stream<JsonNode> of(String kind, AuditResult result) {
        return lines(result).filter(line -> line.path("kind").asString().equals(kind));
    }

    private static Stream<JsonNode> lines(AuditResult result) {
        return Golden.text(new JsonLinesReporter(), result).lines().map(MAPPER::readTree);
    }

    private static String read(String schema) {
        try {
            return Files.readString(Path.of("../docs/schema", schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
