package io.awsaudit.reports.html;

import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Unseen;
import io.awsaudit.rules.AuditResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes {@code report.html}. */
public final class HtmlReporter implements Reporter {
    /** Beyond as many findings a browser would no longer be quick, and the rest is only counted. */
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
        Shortlist shortlist = new Shortlist(result, listed);
        Totals totals = new Totals(result);
        Columns columns = new Columns(result, shortlist);
        List<Unseen> unseen = Unseen.of(result);
        ResourceBlocks resources = new ResourceBlocks(result, columns);
        Contents contents = new Contents(result, shortlist, totals, columns, unseen, resources);
        Blocks blocks = new Blocks(writer);
        Skeleton skeleton = Skeleton.load();
        skeleton.fill(
                writer,
                Map.of(
                        "policy", html -> html.text(skeleton.policy()),
                        "style", html -> html.trusted(skeleton.style()),
                        "script", html -> html.trusted(skeleton.script()),
                        "summary", new SummaryPart(result, totals, unseen)::write,
                        "data",
                                html -> {
                                    blocks.write("contents", contents::write);
                                    columns.writeDetails(blocks);
                                    resources.write(blocks);
                                }));
        writer.flush();
    }
}
