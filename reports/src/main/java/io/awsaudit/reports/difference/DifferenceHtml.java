package io.awsaudit.reports.difference;

import io.awsaudit.inventory.change.PropertyChange;
import io.awsaudit.inventory.change.ResourceChange;
import io.awsaudit.reports.html.Html;
import io.awsaudit.rules.difference.Difference;
import io.awsaudit.rules.difference.VerdictChange;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes one page that holds all it needs, without a script, and under a policy that lets it load and run nothing. */
final class DifferenceHtml implements DifferenceReporter {
    @Override
    public String format() {
        return "html";
    }

    @Override
    public void write(Difference difference, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        String style = style();
        text.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        text.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
                + Html.hash(style) + "'; base-uri 'none'; form-action 'none'\">\n");
        text.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        text.write("<meta name=\"referrer\" content=\"no-referrer\">\n");
        text.write("<title>What changed until " + difference.after().asOf() + " - aws-audit</title>\n");
        text.write("<style>" + style + "</style>\n</head>\n<body>\n");
        text.write("<header><h1>What changed</h1>\n<dl>\n");
        fact(text, "Before", Sections.words(difference.before()));
        fact(text, "After", Sections.words(difference.after()));
        fact(text, "Verdicts", Sections.verdictsInWords(difference));
        fact(text, "Resources", Sections.resourcesInWords(difference));
        text.write("</dl>\n</header>\n<main>\n");
        if (difference.isEmpty()) {
            text.write("<p>Nothing differs.</p>\n");
        }
        for (Map.Entry<String, List<VerdictChange>> section :
                Sections.verdicts(difference).entrySet()) {
            verdicts(text, section.getKey(), section.getValue());
        }
        resources(text, Sections.resources(difference));
        unseen(text, Sections.unseen(difference));
        text.write("</main>\n</body>\n</html>\n");
        text.flush();
    }

    private static void verdicts(Writer text, String heading, List<VerdictChange> changes) throws IOException {
        text.write("<section>\n<h2>" + heading + " <span class=\"count\">" + changes.size() + "</span></h2>\n<ul>\n");
        for (VerdictChange change : changes) {
            String severity = change.finding().severity().word();
            text.write("<li class=\"" + severity + "\"><span class=\"severity\">" + severity + "</span> <b>"
                    + Html.escaped(change.verdict()) + "</b>\n");
            text.write("<span class=\"under\">" + Html.escaped(change.reason()) + " &middot; <code>"
                    + Html.escaped(change.finding().resource().arn().value()) + "</code></span>\n");
            if (!change.causes().isEmpty()) {
                text.write("<ul class=\"causes\">\n");
                for (VerdictChange.Cause cause : change.causes()) {
                    text.write("<li>" + (cause.named() ? "because " : "beside it, ") + Html.escaped(cause.words())
                            + "</li>\n");
                }
                if (change.more() > 0) {
                    text.write("<li>and " + change.more() + " more changes</li>\n");
                }
                text.write("</ul>\n");
            }
            text.write("</li>\n");
        }
        text.write("</ul>\n</section>\n");
    }

    private static void unseen(Writer text, List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        text.write("<section>\n<h2>" + Sections.UNSEEN + " <span class=\"count\">" + lines.size()
                + "</span></h2>\n<ul>\n");
        for (String line : lines) {
            text.write("<li>" + Html.escaped(line) + "</li>\n");
        }
        text.write("</ul>\n</section>\n");
    }

    private static void resources(Writer text, List<ResourceChange> changes) throws IOException {
        if (changes.isEmpty()) {
            return;
        }
        text.write(
                "<section>\n<h2>" + Sections.CHANGED + " <span class=\"count\">" + changes.size() + "</span></h2>\n");
        for (ResourceChange change : changes) {
            text.write("<details" + (changes.size() <= 50 ? " open" : "") + ">\n<summary><span class=\"kind "
                    + change.kind().name().toLowerCase(java.util.Locale.ROOT) + "\">"
                    + change.kind().words()
                    + "</span> " + Html.escaped(change.resource().type()) + " <b>" + Html.escaped(change.label())
                    + "</b> in "
                    + Html.escaped(change.resource().region()) + "</summary>\n");
            text.write("<p><code>" + Html.escaped(change.resource().arn().value()) + "</code></p>\n");
            if (!change.properties().isEmpty()) {
                properties(text, change);
            }
            text.write("</details>\n");
        }
        text.write("</section>\n");
    }

    private static void properties(Writer text, ResourceChange change) throws IOException {
        text.write("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Properties of "
                + Html.escaped(change.label())
                + "\"><table>\n<thead><tr><th scope=\"col\">Property</th><th scope=\"col\">Change</th>"
                + "<th scope=\"col\">Before</th><th scope=\"col\">After</th></tr></thead>\n<tbody>\n");
        for (PropertyChange property : change.properties()) {
            String gap = property.gap()
                    .map(missing -> "not read: " + missing.sentence())
                    .orElse("");
            boolean unseenBefore = property.kind() == PropertyChange.Kind.UNSEEN_BEFORE;
            boolean unseenAfter = property.kind() == PropertyChange.Kind.UNSEEN_AFTER;
            text.write("<tr><th scope=\"row\">" + Html.escaped(property.path()) + "</th><td>"
                    + property.kind().words() + "</td><td>"
                    + (unseenBefore
                            ? Html.escaped(gap)
                            : value("del", property.before().orElse(""))) + "</td><td>"
                    + (unseenAfter
                            ? Html.escaped(gap)
                            : value("ins", property.after().orElse(""))) + "</td></tr>\n");
        }
        text.write("</tbody></table></div>\n");
    }

    private static String value(String element, String value) {
        return value.isEmpty() ? "" : "<" + element + ">" + Html.escaped(value) + "</" + element + ">";
    }

    private static void fact(Writer text, String name, String value) throws IOException {
        text.write("<div><dt>" + name + "</dt><dd>" + Html.escaped(value) + "</dd></div>\n");
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(DifferenceHtml.class.getResourceAsStream("difference.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
