package io.awsaudit.reports.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Microsoft's SARIF Multitool says of logs, by the rules of the standard and those of GitHub code scanning. */
class MultitoolTest {
    private static final Path SCRIPT = Path.of("src", "multitool", "validate.sh");

    @TempDir
    private Path folder;

    private record Answer(int exitCode, String said) {}

    @Test
    void findsNoErrorAndNoWarning() throws Exception {
        Map<String, AuditResult> results = new LinkedHashMap<>();
        results.put("small", Samples.small());
        results.put("hostile", hostile());
        results.put("several-accounts", Samples.large(500));
        results.put(
                "compared",
                LogFiles.compared(
                        List.of(
                                LogFiles.changed(Verdict.FAIL, "appeared", Change.State.NEW, Optional.empty()),
                                LogFiles.changed(
                                        Verdict.PASS, "mended", Change.State.FIXED, Optional.of(Verdict.FAIL))),
                        List.of(LogFiles.finding(LogFiles.check(0), Verdict.FAIL, LogFiles.ACCOUNT, "deleted")),
                        List.of(unchosen())));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, AuditResult> result : results.entrySet()) {
            for (boolean includePassed : List.of(false, true)) {
                for (Reporter part : new SarifReporter(includePassed).parts(result.getValue())) {
                    Path file = folder.resolve(result.getKey() + "-" + includePassed + "-" + part.fileName());
                    files.add(Files.writeString(file, Golden.text(part, result.getValue())));
                }
            }
        }
        Answer answer = validate(files.toArray(Path[]::new));
        assertThat(answer.said().lines().filter(line -> line.endsWith(": 0 errors and warnings")))
                .as(answer.said())
                .hasSameSizeAs(files);
        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void aMistakeIsFound() throws Exception {
        String broken =
                Golden.text(new SarifReporter(false), Samples.small()).replace("\"ruleIndex\":2", "\"ruleIndex\":99");
        Answer answer = validate(Files.writeString(folder.resolve("broken.sarif"), broken));
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.said()).contains("ruleIndex");
    }

    /** The program's own version comes from nobody else, and the validator is slow to read twenty frameworks twenty times. */
    private static AuditResult hostile() {
        AuditResult hostile = Samples.hostile();
        return new AuditResult(
                "1.2.3",
                hostile.asOf(),
                hostile.accounts(),
                hostile.coverage(),
                hostile.checks(),
                hostile.frameworks().subList(0, 2),
                hostile.findings(),
                hostile.resources());
    }

    /** A failure of the baseline of a check that was not evaluated this time, which the log has no rule for. */
    private static Finding unchosen() {
        Finding known = LogFiles.finding(LogFiles.check(0), Verdict.FAIL, LogFiles.ACCOUNT, "unseen");
        return new Finding(
                "x-not-chosen",
                known.status(),
                known.severity(),
                known.resource(),
                known.message(),
                known.evidence(),
                known.path(),
                known.gaps(),
                known.fingerprint(),
                known.suppression());
    }

    private static Answer validate(Path... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        Arrays.stream(files).map(Path::toString).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        }
    }
}
