package io.awsaudit.reports.html;

import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Summary;
import io.awsaudit.rules.AuditResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes {@code report.html}. */
public final class HtmlReporter implements Reporter {
    /** Beyond as many findings, a browser would no longer be quick, and those that ask for nothing are only counted. */
    private static final int LISTED = 100_000;

    private final int listed;

    public HtmlReporter() {
        this(LISTED);
    }

    HtmlReporter(int listed) {
        this.listed = listed;
    }

    @Override
    public String format() {
        return "html";
    }

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        Summary summary = Summary.of(result);
        FindingsJson json = new FindingsJson(result, listed);
        Skeleton skeleton = Skeleton.load();
        skeleton.fill(
                writer,
                Map.of(
                        "policy", html -> html.text(skeleton.policy()),
                        "style", html -> html.trusted(skeleton.style()),
                        "script", html -> html.trusted(skeleton.script()),
                        "scope", new ScopePart(result)::write,
                        "overview", new OverviewPart(result, summary)::write,
                        "failures", new FailuresPart(result, summary, json.omitted())::write,
                        "frameworks", new FrameworksPart(result)::write,
                        "coverage", new CoveragePart(result)::write,
                        "data", html -> json.write(writer)));
        writer.flush();
    }
}
