package io.awsaudit.reports.difference;

import io.awsaudit.inventory.change.PropertyChange;
import io.awsaudit.inventory.change.ResourceChange;
import io.awsaudit.reports.markdown.Gfm;
import io.awsaudit.rules.difference.Difference;
import io.awsaudit.rules.difference.VerdictChange;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes Markdown as GitHub and GitLab show it, for a pull request or a job's summary. */
final class DifferenceMarkdown implements DifferenceReporter {
    /** GitHub takes 65,536 characters in a comment, and people a few dozen lines. */
    private static final int LISTED = 50;

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public void write(Difference difference, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write("# What changed\n\n");
        text.write("| | |\n|---|---|\n");
        row(text, "Before", Sections.words(difference.before()));
        row(text, "After", Sections.words(difference.after()));
        row(text, "Verdicts", Sections.verdictsInWords(difference));
        row(text, "Resources", Sections.resourcesInWords(difference));
        for (Map.Entry<String, List<VerdictChange>> section :
                Sections.verdicts(difference).entrySet()) {
            List<VerdictChange> changes = section.getValue();
            text.write("\n## " + section.getKey() + " (" + changes.size() + ")\n\n");
            for (VerdictChange change : changes.subList(0, Math.min(LISTED, changes.size()))) {
                text.write("- **" + change.finding().severity().word() + "** " + Gfm.prose(change.sentence()) + "\n");
            }
            rest(text, changes.size());
        }
        resources(text, Sections.resources(difference));
        List<String> unseen = Sections.unseen(difference);
        if (!unseen.isEmpty()) {
            text.write("\n## " + Sections.UNSEEN + " (" + unseen.size() + ")\n\n");
        }
        for (String line : unseen.subList(0, Math.min(LISTED, unseen.size()))) {
            text.write("- " + Gfm.prose(line) + "\n");
        }
        rest(text, unseen.size());
        text.flush();
    }

    private static void resources(Writer text, List<ResourceChange> changes) throws IOException {
        if (!changes.isEmpty()) {
            text.write("\n## " + Sections.CHANGED + " (" + changes.size() + ")\n\n");
        }
        for (ResourceChange change : changes.subList(0, Math.min(LISTED, changes.size()))) {
            text.write("- " + Gfm.prose(Sections.words(change)) + "\n");
            List<PropertyChange> properties = change.properties();
            for (PropertyChange property : properties.subList(0, Math.min(LISTED, properties.size()))) {
                text.write("  - " + Gfm.prose(property.sentence()) + "\n");
            }
            if (properties.size() > LISTED) {
                text.write("  - and " + (properties.size() - LISTED) + " more\n");
            }
        }
        rest(text, changes.size());
    }

    private static void rest(Writer text, int all) throws IOException {
        if (all > LISTED) {
            text.write("- and " + (all - LISTED) + " more, which the text, JSON and HTML name\n");
        }
    }

    private static void row(Writer text, String name, String value) throws IOException {
        text.write("| " + name + " | " + Gfm.proseCell(value) + " |\n");
    }
}
