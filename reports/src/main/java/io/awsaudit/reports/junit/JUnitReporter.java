package io.awsaudit.reports.junit;

import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Summary;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.Tally;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * Writes {@code junit.xml}: a suite a service, a class a check, a test case a finding. What failed is a failure. What could
 * not be decided is an error, JUnit's word for a test that came to no result, so that it never looks like a pass. What
 * does not apply, what a person has to decide and what a user accepted is skipped, with the reason.
 */
public final class JUnitReporter implements Reporter {
    /** Without a zone, as the schema has it. */
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** An audit does not measure how long each verdict took. */
    private static final String NO_TIME = "0";

    @Override
    public String format() {
        return "junit";
    }

    @Override
    public String fileName() {
        return "junit.xml";
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        Summary summary = Summary.of(result);
        Xml.write(out, xml -> {
            xml.start(
                    "testsuites",
                    "name",
                    "aws-audit",
                    "tests",
                    String.valueOf(result.findings().size()),
                    "failures",
                    String.valueOf(summary.all().of(Verdict.FAIL)),
                    "errors",
                    String.valueOf(summary.all().of(Verdict.UNKNOWN)),
                    "time",
                    NO_TIME);
            for (Map.Entry<String, Tally> service : summary.services().entrySet()) {
                suite(xml, result, summary, service.getKey(), service.getValue());
            }
            xml.end();
        });
    }

    private static void suite(Xml xml, AuditResult result, Summary summary, String service, Tally tally)
            throws XMLStreamException {
        long skipped = tally.of(Verdict.NOT_APPLICABLE) + tally.of(Verdict.MANUAL) + tally.suppressed();
        long failures = tally.of(Verdict.FAIL);
        long errors = tally.of(Verdict.UNKNOWN);
        xml.start(
                "testsuite",
                "name",
                "aws-audit " + service,
                "tests",
                String.valueOf(tally.of(Verdict.PASS) + failures + errors + skipped),
                "failures",
                String.valueOf(failures),
                "errors",
                String.valueOf(errors),
                "skipped",
                String.valueOf(skipped),
                "time",
                NO_TIME,
                "timestamp",
                UTC.format(result.asOf()));
        properties(xml, result);
        for (Finding finding : result.findings()) {
            Check check = summary.check(finding.checkId());
            if (check.service().equals(service)) {
                testCase(xml, finding, check);
            }
        }
        xml.end();
    }

    private static void properties(Xml xml, AuditResult result) throws XMLStreamException {
        xml.start("properties");
        xml.empty("property", "name", "tool", "value", "aws-audit " + result.toolVersion());
        xml.empty(
                "property",
                "name",
                "accounts",
                "value",
                result.accounts().stream().map(Inventory.AccountScope::id).collect(Collectors.joining(", ")));
        if (result.comparison().isPresent()) {
            xml.empty(
                    "property",
                    "name",
                    "baseline",
                    "value",
                    result.comparison().get().baseline().toString());
        }
        xml.end();
    }

    private static void testCase(Xml xml, Finding finding, Check check) throws XMLStreamException {
        // Jenkins takes what stands before the last dot for a package, and so groups by service.
        String[] attributes = {
            "name", nameOf(finding), "classname", "aws-audit." + check.service() + "." + check.id(), "time", NO_TIME
        };
        if (finding.status() == Verdict.PASS && finding.suppression().isEmpty()) {
            xml.empty("testcase", attributes);
            return;
        }
        xml.start("testcase", attributes);
        if (finding.suppression().isPresent()) {
            xml.empty(
                    "skipped",
                    "type",
                    "suppressed",
                    "message",
                    accepted(finding.suppression().get()) + " " + finding.message());
        } else {
            outcome(xml, finding, check);
        }
        xml.end();
    }

    private static void outcome(Xml xml, Finding finding, Check check) throws XMLStreamException {
        switch (finding.status()) {
            case FAIL ->
                xml.text(
                        "failure",
                        failure(finding, check),
                        "type",
                        finding.severity().word(),
                        "message",
                        finding.message());
            case UNKNOWN ->
                xml.text(
                        "error",
                        error(finding, check),
                        "type",
                        finding.gaps().stream()
                                .map(gap -> gap.cause().words())
                                .findFirst()
                                .orElse("unknown"),
                        "message",
                        finding.message());
            case NOT_APPLICABLE, MANUAL ->
                xml.empty("skipped", "type", finding.status().word(), "message", finding.message());
            case PASS -> {}
        }
    }

    /**
     * The same in each run and different for any two findings of a check, for servers tell by the name what is new and how
     * long it has failed. What people call a resource may change, and is in the text.
     */
    private static String nameOf(Finding finding) {
        Finding.Subject resource = finding.resource();
        String place = resource.arn().account().equals(resource.account()) ? "" : " in account " + resource.account();
        return resource.arn().value()
                + (resource.arn().region().equals(resource.region())
                                || resource.region().equals(Identity.GLOBAL)
                        ? place
                        : (place.isEmpty() ? " in " : place + ", ") + resource.region());
    }

    private static String accepted(Suppression suppression) {
        return "Accepted by " + suppression.owner()
                + suppression.expires().map(day -> " until " + day).orElse("") + ": " + suppression.reason();
    }

    private static List<String> failure(Finding finding, Check check) {
        List<String> lines = head(finding, check);
        for (Evidence evidence : finding.evidence()) {
            lines.add("Seen: " + evidence.property() + " = " + evidence.seen()
                    + (evidence.resource().equals(finding.resource().arn())
                            ? ""
                            : " (" + evidence.resource().value() + ")"));
        }
        for (Edge edge : finding.path()) {
            lines.add("Path: " + edge.from().value() + " " + edge.relation().words() + " "
                    + edge.to().value());
        }
        finding.change()
                .ifPresent(change -> lines.add("Since the baseline: "
                        + change.state().word() + (change.reason().isEmpty() ? "" : ", " + change.reason())));
        finding.firstSeen().ifPresent(time -> lines.add("First seen: " + time));
        ("Why: " + check.why()).lines().forEach(lines::add);
        ("Fix: " + check.fix()).lines().forEach(lines::add);
        check.cli().ifPresent(commands -> commands.lines().forEach(line -> lines.add("  " + line)));
        lines.add("See: " + check.source());
        return lines;
    }

    private static List<String> error(Finding finding, Check check) {
        List<String> lines = head(finding, check);
        for (Gap gap : finding.gaps()) {
            lines.add("Not seen: " + gap.sentence());
        }
        return lines;
    }

    private static List<String> head(Finding finding, Check check) {
        List<String> lines = new ArrayList<>();
        lines.add("Check: " + check.title() + " (" + finding.severity().word() + ")");
        lines.add("Resource: " + finding.resource().name() + ", "
                + finding.resource().type());
        lines.add("Account: " + finding.resource().account() + ", "
                + finding.resource().region());
        return lines;
    }
}
