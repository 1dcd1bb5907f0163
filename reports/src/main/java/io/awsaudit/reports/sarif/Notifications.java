package io.awsaudit.reports.sarif;

import io.awsaudit.reports.Unseen;
import io.awsaudit.reports.json.JsonText;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Finding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** What a run says besides its results: what could not be seen, and what is not in the file. */
final class Notifications {
    private static final int UNSEEN = 100;
    private static final int CHECKS = 10;

    private final AuditResult result;
    private final Rules rules;

    /** By account; a file is written several times over where it may be too big, and the findings are read once. */
    private final Map<String, List<Unseen>> unseen;

    private final Map<String, Long> fixed;
    private final Map<String, Long> gone;

    Notifications(AuditResult result, Selection selection, Rules rules) {
        this.result = result;
        this.rules = rules;
        this.unseen = Unseen.byRegion(
                result, selection.shares().stream().map(Share::account).toList());
        this.fixed = absent(result.comparison().isPresent() ? result.findings().notable() : List.of(), selection);
        this.gone = absent(result.comparison().map(Comparison::gone).orElse(List.of()), selection);
    }

    private static Map<String, Long> absent(Collection<Finding> findings, Selection selection) {
        return findings.stream()
                .filter(selection::isAbsent)
                .collect(Collectors.groupingBy(finding -> finding.resource().account(), Collectors.counting()));
    }

    /** Writes those of an account. */
    void write(JsonGenerator json, Share share) {
        if (share.leftOut() > 0) {
            plain(
                    json,
                    Notice.RESULTS_LEFT_OUT,
                    "warning",
                    Message.number(share.leftOut()) + " of "
                            + Message.number(share.size())
                            + " results are not in this file, which holds those that matter most: "
                            + share.leftOutBySeverity() + ". They are in findings.json. GitHub code scanning takes "
                            + Message.number(Limits.RESULTS)
                            + " results of a run, and 10 MB of a file when it is compressed.");
        }
        if (share.kept() > Limits.RESULTS_SHOWN) {
            plain(
                    json,
                    Notice.RESULTS_NOT_SHOWN,
                    "note",
                    "GitHub code scanning shows " + Message.number(Limits.RESULTS_SHOWN) + " of these "
                            + Message.number(share.kept()) + " results, the most severe.");
        }
        noLongerWrong(json, share.account());
        unseen(json, share.account());
    }

    /** Writes that other accounts are in other files. */
    void otherFiles(JsonGenerator json, int accounts, int all, String files) {
        plain(
                json,
                Notice.RUNS_LEFT_OUT,
                "note",
                "This file holds " + accounts + " of " + all + " accounts, as GitHub code scanning takes " + Limits.RUNS
                        + " runs of a file. A folder of reports holds them all, in " + files + ".");
    }

    private void noLongerWrong(JsonGenerator json, String account) {
        result.comparison().ifPresent(comparison -> {
            long mended = fixed.getOrDefault(account, 0L);
            long without = gone.getOrDefault(account, 0L);
            if (mended + without > 0) {
                plain(
                        json,
                        Notice.NO_LONGER_WRONG,
                        "note",
                        "Of the failures as of " + comparison.baseline() + ": " + Message.number(mended) + " mended, "
                                + Message.number(without) + " gone with their resource.");
            }
        });
    }

    private void unseen(JsonGenerator json, String account) {
        List<Unseen> own = unseen.getOrDefault(account, List.of()).stream()
                .sorted(Comparator.comparing(gap -> !gap.matters()))
                .toList();
        own.stream().limit(UNSEEN).forEach(gap -> unseen(json, gap));
        if (own.size() > UNSEEN) {
            plain(
                    json,
                    Notice.NOTIFICATIONS_LEFT_OUT,
                    "warning",
                    "And " + (own.size() - UNSEEN) + " more; findings.json lists all that could not be seen.");
        }
    }

    private static void plain(JsonGenerator json, Notice notice, String level, String text) {
        json.writeStartObject();
        notice.reference(json);
        json.writeStringProperty("level", level);
        Message.write(json, "message", text);
        json.writeEndObject();
    }

    private void unseen(JsonGenerator json, Unseen unseen) {
        json.writeStartObject();
        Notice.notSeen(unseen.cause()).reference(json);
        if (unseen.checks().size() == 1) {
            String check = unseen.checks().first();
            json.writeObjectPropertyStart("associatedRule");
            json.writeStringProperty("id", check);
            rules.index(check).ifPresent(index -> json.writeNumberProperty("index", index));
            json.writeEndObject();
        }
        json.writeStringProperty("level", unseen.matters() ? "warning" : "note");
        Message.write(json, "message", Message.plain(sentence(unseen)));
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("cause", unseen.cause().words());
        json.writeStringProperty("operation", unseen.operation());
        unseen.action().ifPresent(action -> json.writeStringProperty("action", action));
        unseen.blame().ifPresent(blame -> json.writeStringProperty("blame", blame.words()));
        json.writeNumberProperty("calls", unseen.calls());
        JsonText.strings(json, "regions", unseen.regions());
        JsonText.strings(json, "types", unseen.types());
        JsonText.strings(json, "undecidedChecks", unseen.checks());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String sentence(Unseen unseen) {
        StringBuilder line = new StringBuilder("Not seen in ")
                .append(String.join(", ", unseen.regions()))
                .append(": ")
                .append(unseen.operation())
                .append(", ")
                .append(unseen.cause().words());
        if (unseen.calls() > 1) {
            line.append(' ').append(unseen.calls()).append(" times");
        }
        unseen.action().ifPresent(action -> line.append(", needs ").append(action));
        unseen.blame().ifPresent(blame -> line.append(", ").append(blame.sentence()));
        unseen.examples().stream()
                .map(Unseen.Example::detail)
                .filter(detail -> !detail.isBlank())
                .findFirst()
                .ifPresent(detail -> line.append(" (").append(detail).append(')'));
        if (!unseen.matters()) {
            return line.append(". No chosen check rests on it.").toString();
        }
        line.append(". Undecided for it: ")
                .append(unseen.checks().stream().limit(CHECKS).collect(Collectors.joining(", ")));
        if (unseen.checks().size() > CHECKS) {
            line.append(" and ").append(unseen.checks().size() - CHECKS).append(" more");
        }
        return line.append('.').toString();
    }
}
