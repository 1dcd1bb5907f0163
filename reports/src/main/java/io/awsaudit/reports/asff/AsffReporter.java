package io.awsaudit.reports.asff;

import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Tracked;
import io.awsaudit.reports.json.JsonText;
import io.awsaudit.rules.AuditResult;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;

/**
 * Writes {@code findings.asff.json}: what {@code BatchImportFindings} takes, of all accounts and regions. Findings for one
 * Security Hub, which is one of an account in a region, stand together.
 */
public final class AsffReporter implements Reporter {
    /** So that each attribute of a finding has a line of its own. */
    private static final int LEVELS = 3;

    private final boolean includePassed;

    /** Makes a reporter that lists problems, and on request what passed and what is out of scope. */
    public AsffReporter(boolean includePassed) {
        this.includePassed = includePassed;
    }

    @Override
    public String format() {
        return "asff";
    }

    @Override
    public String fileName() {
        return "findings.asff.json";
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        Hubs hubs = new Hubs(result);
        SecurityFindings findings = new SecurityFindings(result, hubs);
        List<Tracked> all = Tracked.of(result, includePassed)
                .sorted(Comparator.comparing((Tracked tracked) ->
                                tracked.finding().resource().account())
                        .thenComparing(tracked -> hubs.region(tracked.finding().resource())))
                .toList();
        JsonText.write(out, LEVELS, json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("Findings");
            all.forEach(tracked -> findings.write(json, tracked));
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
