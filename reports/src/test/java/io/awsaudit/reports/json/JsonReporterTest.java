package io.awsaudit.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Relation;
import io.awsaudit.reports.DemoAccount;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Pillar;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReporterTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String SCHEMA = schema();

    static Stream<AuditResult> results() {
        return Stream.of(
                Samples.small(), Samples.hostile(), Samples.large(2_000), ResultFileTest.full(), DemoAccount.judged());
    }

    @Test
    void theSmallResultLooksLikeThis() {
        Golden.assertThatTextIs("findings.json", Golden.text(new JsonReporter(), Samples.small()));
    }

    @ParameterizedTest
    @MethodSource("results")
    void theDocumentIsValidByItsSchema(AuditResult result) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA);
        assertThat(schema.validate(Golden.text(new JsonReporter(), result), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaAllowsNothingThatItDoesNotName() {
        JsonNode schema = MAPPER.readTree(SCHEMA);
        assertThat(schema.findParents("properties")).isNotEmpty().allSatisfy(type -> {
            assertThat(type.path("additionalProperties").asBoolean(true)).isFalse();
            assertThat(type.path("required").size() + type.path("minProperties").asInt(0))
                    .isPositive();
        });
    }

    @Test
    void theSchemaNamesEveryWord() {
        assertThat(words("verdict")).isEqualTo(list(Verdict.values(), Verdict::name));
        assertThat(words("severity")).isEqualTo(list(Severity.values(), Severity::word));
        assertThat(words("pillar")).isEqualTo(list(Pillar.values(), Pillar::word));
        assertThat(words("cause")).isEqualTo(list(Gap.Cause.values(), Gap.Cause::words));
        assertThat(words("blame")).isEqualTo(list(Gap.Blame.values(), Gap.Blame::words));
        assertThat(words("relation")).isEqualTo(list(Relation.values(), Relation::words));
    }

    @Test
    void textComesBackAsItWas() {
        AuditResult result = Samples.hostile();
        JsonNode findings =
                MAPPER.readTree(Golden.text(new JsonReporter(), result)).path("findings");
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = result.findings().get(i);
            // Half of a surrogate pair is no character, and UTF-8 has no form for it.
            String message = finding.message().replace('\uD800', '\uFFFD').replace('\uDC00', '\uFFFD');
            assertThat(findings.get(i).path("message").asString()).isEqualTo(message);
            assertThat(findings.get(i)
                            .path("resource")
                            .path("tags")
                            .path(message)
                            .asString())
                    .isEqualTo(message);
        }
    }

    @Test
    void aFindingHasALineOfItsOwn() {
        AuditResult result = Samples.large(800);
        assertThat(Golden.text(new JsonReporter(), result).lines().filter(line -> line.startsWith("  {\"checkId\":")))
                .hasSameSizeAs(result.findings());
    }

    @Test
    void aFindingTakesLessThanAKilobyte() {
        AuditResult result = Samples.large(2_000);
        assertThat(Golden.text(new JsonReporter(), result)
                        .lines()
                        .filter(line -> line.startsWith("  {\"checkId\":"))
                        .map(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .isNotEmpty()
                .allMatch(bytes -> bytes < 1_000);
    }

    private static <T> List<String> list(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).toList();
    }

    private static List<String> words(String definition) {
        return MAPPER.readTree(SCHEMA)
                .path("$defs")
                .path(definition)
                .path("enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String schema() {
        try {
            return Files.readString(Path.of("../docs/schema/findings.schema.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
