package io.awsaudit.reports.sarif;

import io.awsaudit.inventory.Arn;
import io.awsaudit.reports.json.JsonText;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;

/** One file: a run for each of some accounts, as many results as GitHub takes. */
final class Document {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final int LEVELS = 4;

    /** A file with fewer results than this, and less text, is too small by far to be measured. */
    private static final int SMALL = 1_000;

    private static final int LITTLE_TEXT = 1_000_000;

    /** How much of the room that is left is aimed at, when a file is too big. */
    private static final double AIM = 0.9;

    private final AuditResult result;
    private final List<String> files;
    private final int accounts;
    private final Taxonomies taxonomies;
    private final Rules rules;
    private final Selection selection;
    private final Notifications notifications;
    private final Map<Arn, Finding.Subject> named;

    /**
     * Makes one of the files of a result.
     *
     * @param files the names of all of them
     * @param part which one it is, from 0
     */
    Document(AuditResult result, List<String> files, int part, boolean includePassed) {
        List<String> all = Selection.accounts(result);
        this.result = result;
        this.files = files;
        this.accounts = all.size();
        this.taxonomies = new Taxonomies(result);
        this.rules = new Rules(result, taxonomies);
        this.selection = new Selection(
                result,
                all.subList(Math.min(all.size(), part * Limits.RUNS), Math.min(all.size(), (part + 1) * Limits.RUNS)),
                includePassed);
        this.notifications = new Notifications(result, selection, rules);
        this.named = Locations.named(result.findings(), selection.shares());
    }

    /** Writes the file; one that may be too big for GitHub is compressed first to see, and then holds less. */
    void write(OutputStream out) throws IOException {
        if (mayBeBig()) {
            long size = compressed();
            while (size > Limits.COMPRESSED && selection.size() > 0) {
                selection.shrink((int) (selection.size() * (AIM * Limits.COMPRESSED / size)));
                size = compressed();
            }
        }
        print(out);
    }

    private boolean mayBeBig() {
        long text = 0;
        for (Share share : selection.shares()) {
            for (Finding finding : share.results()) {
                text += finding.message().length();
                for (Evidence evidence : finding.evidence()) {
                    text += evidence.resource().value().length();
                    text += evidence.seen().length();
                }
            }
        }
        return selection.size() > SMALL || text > LITTLE_TEXT;
    }

    private long compressed() throws IOException {
        Count count = new Count();
        try (GZIPOutputStream gzip = new GZIPOutputStream(count)) {
            print(gzip);
        }
        return count.bytes;
    }

    private void print(OutputStream out) throws IOException {
        JsonText.write(out, LEVELS, json -> {
            json.writeStartObject();
            json.writeStringProperty("version", "2.1.0");
            json.writeStringProperty("$schema", SCHEMA);
            json.writeArrayPropertyStart("runs");
            for (int i = 0; i < selection.shares().size(); i++) {
                run(json, selection.shares().get(i), i == 0);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void run(JsonGenerator json, Share share, boolean first) {
        json.writeStartObject();
        json.writeObjectPropertyStart("tool");
        json.writeName("driver");
        rules.driver(json);
        json.writeEndObject();
        json.writeObjectPropertyStart("automationDetails");
        // GitHub takes what stands before the last slash for the category, of which an upload may have each only once.
        json.writeStringProperty("id", "aws-audit/" + share.account() + "/");
        json.writeEndObject();
        invocation(json, share, first);
        json.writeStringProperty("columnKind", "utf16CodeUnits");
        taxonomies.write(json);
        Results results = new Results(result, selection, rules, new Locations(named));
        json.writeArrayPropertyStart("results");
        share.results().forEach(finding -> results.write(json, finding));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void invocation(JsonGenerator json, Share share, boolean first) {
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", true);
        json.writeStringProperty("startTimeUtc", result.asOf().toString());
        json.writeArrayPropertyStart("toolExecutionNotifications");
        if (first && files.size() > 1) {
            notifications.otherFiles(json, selection.shares().size(), accounts, String.join(", ", files));
        }
        notifications.write(json, share);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static final class Count extends OutputStream {
        private long bytes;

        @Override
        public void write(int octet) {
            bytes++;
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            bytes += length;
        }
    }
}
