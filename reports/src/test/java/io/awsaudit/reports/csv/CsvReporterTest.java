package io.awsaudit.reports.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.reports.Text;
import io.awsaudit.rules.AuditResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CsvReporterTest {
    private static final List<AuditResult> RESULTS = List.of(Samples.small(), Samples.hostile(), Samples.large(2_000));

    @Test
    void theSmallResultLooksLikeThis() {
        Golden.assertThatTextIs("findings.csv", Golden.text(new CsvReporter(), Samples.small()));
    }

    @ParameterizedTest
    @FieldSource("RESULTS")
    void aFindingIsALineOfItsOwn(AuditResult result) {
        String csv = Golden.text(new CsvReporter(), result);
        assertThat(csv.split("\r\n")).hasSize(result.findings().size() + 1);
        assertThat(records(csv).map(CsvRecord::getFieldCount).distinct()).hasSize(1);
        assertThat(records(csv).skip(1).map(row -> row.getField(row.getFieldCount() - 1)))
                .isEqualTo(result.findings().stream()
                        .map(finding -> finding.fingerprint())
                        .toList());
    }

    @Test
    void whatStandsBeforeAFormulaCanBeTakenOff() {
        List<String> names = records(Golden.text(new CsvReporter(), Samples.hostile()))
                .skip(1)
                .map(row -> row.getField(7))
                .map(field -> field.startsWith("'") ? field.substring(1) : field)
                .toList();
        assertThat(names)
                .isEqualTo(Samples.hostile().findings().stream()
                        .map(finding -> Text.visible(finding.resource().name()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        =1+1|'=1+1
        +1|'+1
        -1|'-1
        @SUM(A1)|'@SUM(A1)
        \u00a0=1+1|'\u00a0=1+1
        \uff1d1+1|'\uff1d1+1
        'quoted'|''quoted'
        a=b|a=b
        tab\\there|tab\\there
        """)
    void aFormulaIsText(String text, String cell) {
        assertThat(Cell.of(text)).isEqualTo(cell);
    }

    @Test
    void aTabBeforeAFormulaIsSpelledOut() {
        assertThat(Cell.of("\t=1+1")).isEqualTo("\\u0009=1+1");
    }

    @Test
    void aCellHoldsNoMoreThanExcelDoes() {
        assertThat(Cell.of("x".repeat(100_000))).hasSizeLessThan(32_767).contains("(cut, 100,000 characters)");
    }

    private static Stream<CsvRecord> records(String csv) {
        return CsvReader.builder().allowExtraFields(false).allowMissingFields(false).ofCsvRecord(csv).stream();
    }
}
