package io.awsaudit.reports.ocsf;

import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Tracked;
import io.awsaudit.reports.json.JsonText;
import io.awsaudit.rules.AuditResult;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes {@code findings.ocsf.jsonl}: a Compliance Finding event a finding, each on a line of its own. */
public final class OcsfReporter implements Reporter {
    private final boolean includePassed;

    /** Makes a reporter that lists problems, and on request what passed and what is out of scope. */
    public OcsfReporter(boolean includePassed) {
        this.includePassed = includePassed;
    }

    @Override
    public String format() {
        return "ocsf";
    }

    @Override
    public String fileName() {
        return "findings.ocsf.jsonl";
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        Iterator<Tracked> all = Tracked.of(result, includePassed).iterator();
        if (!all.hasNext()) {
            return; // an empty line would be no event
        }
        Events events = new Events(result);
        JsonText.write(out, 0, json -> all.forEachRemaining(tracked -> events.write(json, tracked)));
    }
}
