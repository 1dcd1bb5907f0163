package io.awsaudit.reports.sarif;

import io.awsaudit.reports.Reporter;
import io.awsaudit.rules.AuditResult;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes {@code findings.sarif}: a run an account, a rule a check, a result a finding. Of more accounts than GitHub takes in a
 * file, the others are in {@code findings-2.sarif} and so on.
 */
public final class SarifReporter implements Reporter {
    private final boolean includePassed;
    private final int part;

    /** Makes a reporter that lists problems, and on request what passed, what is out of scope and what was mended. */
    public SarifReporter(boolean includePassed) {
        this(includePassed, 0);
    }

    private SarifReporter(boolean includePassed, int part) {
        this.includePassed = includePassed;
        this.part = part;
    }

    @Override
    public String format() {
        return "sarif";
    }

    @Override
    public String fileName() {
        return fileName(part);
    }

    @Override
    public boolean isInParts() {
        return true;
    }

    @Override
    public List<Reporter> parts(AuditResult result) {
        return IntStream.range(0, count(result))
                .<Reporter>mapToObj(i -> new SarifReporter(includePassed, i))
                .toList();
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        List<String> files = IntStream.range(0, count(result))
                .mapToObj(SarifReporter::fileName)
                .toList();
        new Document(result, files, part, includePassed).write(out);
    }

    private static int count(AuditResult result) {
        int accounts = Selection.accounts(result).size();
        return Math.max(1, (accounts + Limits.RUNS - 1) / Limits.RUNS);
    }

    private static String fileName(int part) {
        return part == 0 ? "findings.sarif" : "findings-" + (part + 1) + ".sarif";
    }
}
