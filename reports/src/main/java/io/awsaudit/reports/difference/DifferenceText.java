package io.awsaudit.reports.difference;

import io.awsaudit.inventory.change.PropertyChange;
import io.awsaudit.inventory.change.ResourceChange;
import io.awsaudit.reports.Text;
import io.awsaudit.rules.difference.Difference;
import io.awsaudit.rules.difference.VerdictChange;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes plain text, for a terminal or a mail. */
final class DifferenceText implements DifferenceReporter {
    @Override
    public String format() {
        return "text";
    }

    @Override
    public void write(Difference difference, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, Charset.defaultCharset()));
        line(text, "Before     " + Sections.words(difference.before()));
        line(text, "After      " + Sections.words(difference.after()));
        line(text, "Verdicts   " + Sections.verdictsInWords(difference));
        line(text, "Resources  " + Sections.resourcesInWords(difference));
        for (Map.Entry<String, List<VerdictChange>> section :
                Sections.verdicts(difference).entrySet()) {
            heading(text, section.getKey(), section.getValue().size());
            for (VerdictChange change : section.getValue()) {
                line(
                        text,
                        String.format(
                                Locale.ROOT,
                                "  %-8s  %s",
                                change.finding().severity().word(),
                                change.sentence()));
            }
        }
        List<ResourceChange> resources = Sections.resources(difference);
        if (!resources.isEmpty()) {
            heading(text, Sections.CHANGED, resources.size());
        }
        for (ResourceChange change : resources) {
            line(text, "  " + sign(change.kind()) + " " + Sections.words(change));
            for (PropertyChange property : change.properties()) {
                line(text, "      " + property.sentence());
            }
        }
        List<String> unseen = Sections.unseen(difference);
        if (!unseen.isEmpty()) {
            heading(text, Sections.UNSEEN, unseen.size());
        }
        for (String line : unseen) {
            line(text, "  ? " + line);
        }
        text.flush();
    }

    private static char sign(ResourceChange.Kind kind) {
        return switch (kind) {
            case ADDED -> '+';
            case REMOVED -> '-';
            case CHANGED -> '~';
            case UNSEEN_BEFORE, UNSEEN_AFTER -> '?';
        };
    }

    private static void heading(Writer text, String heading, int count) throws IOException {
        text.write(System.lineSeparator());
        line(text, heading + " (" + count + ")");
    }

    private static void line(Writer text, String line) throws IOException {
        text.write(Text.visible(line));
        text.write(System.lineSeparator());
    }
}
