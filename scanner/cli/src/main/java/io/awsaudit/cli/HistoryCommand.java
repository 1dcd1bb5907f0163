package io.awsaudit.cli;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.ReportFiles;
import io.awsaudit.reports.Text;
import io.awsaudit.reports.json.JsonText;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** Says what a folder of snapshots holds, what became of a resource in it, and since when failures have been there. */
@Command(
        name = "history",
        description = {
            "Lists the snapshots of a folder, as 'scan --history' fills it; or what became of a resource in them; or since"
                    + " when each failure of the newest one has been there."
        })
final class HistoryCommand extends AuditCommand {
    private static final int LEVELS = 3;

    /** Raised in its first part when a reader of an earlier version could misread the document. */
    private static final String SCHEMA_VERSION = "1.0";

    /** What is asked; the list of snapshots where nothing is. */
    static final class Question {
        @Option(
                names = "--resource",
                paramLabel = "ARN",
                description =
                        "What became of a resource: when it came, what changed, which verdicts did, when it went.")
        @Nullable
        String resource;

        @Option(
                names = "--findings",
                description = "The failures of each account's newest snapshot, with when they were first seen.")
        boolean findings;
    }

    @Parameters(paramLabel = "DIR", description = "A folder of snapshots.")
    private Path folder;

    @ArgGroup
    private Question question = new Question();

    @Option(names = "--account", paramLabel = "ID", split = ",", description = "Only snapshots of these accounts.")
    private List<String> accounts = List.of();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private String format;

    @Override
    public Integer call() {
        boolean json = Output.isJson(format);
        History history = History.of(folder, this::say);
        Map<String, List<History.Entry>> chosen = chosen(history);
        if (question.resource != null) {
            timeline(chosen, new Arn(question.resource), json);
        } else if (question.findings) {
            findings(history, chosen, json);
        } else {
            list(chosen, json);
        }
        return ExitCode.CLEAN;
    }

    private Map<String, List<History.Entry>> chosen(History history) {
        if (history.accounts().isEmpty()) {
            throw new UsageException("There is no snapshot in " + folder + "; 'aws-audit scan --history " + folder
                    + "' keeps one there.");
        }
        accounts.stream()
                .filter(account -> !history.accounts().containsKey(account))
                .findFirst()
                .ifPresent(account -> {
                    throw new UsageException(
                            "There is no snapshot of account '" + account + "' in " + folder + "; there are: "
                                    + String.join(", ", history.accounts().keySet()) + ".");
                });
        Map<String, List<History.Entry>> chosen = new java.util.TreeMap<>(history.accounts());
        if (!accounts.isEmpty()) {
            chosen.keySet().retainAll(accounts);
        }
        return chosen;
    }

    private void list(Map<String, List<History.Entry>> chosen, boolean json) {
        if (json) {
            json(
                    "snapshots",
                    document -> chosen.values()
                            .forEach(entries -> entries.forEach(entry -> {
                                document.writeStartObject();
                                document.writeStringProperty("account", entry.account());
                                document.writeStringProperty(
                                        "asOf", entry.asOf().toString());
                                document.writeNumberProperty(
                                        "resources", entry.header().resources());
                                document.writeNumberProperty("regions", regions(entry));
                                document.writeStringProperty(
                                        "file", entry.file().toString());
                                document.writeEndObject();
                            })));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ACCOUNT", "AS OF", "RESOURCES", "REGIONS", "FILE"));
        chosen.values()
                .forEach(entries -> entries.forEach(entry -> rows.add(List.of(
                        entry.account(),
                        entry.asOf().toString(),
                        String.valueOf(entry.header().resources()),
                        String.valueOf(regions(entry)),
                        Text.visible(entry.file().toString())))));
        Output.table(out(), rows);
    }

    private static long regions(History.Entry entry) {
        return entry.header().accounts().stream()
                .flatMap(account -> account.regions().stream())
                .distinct()
                .count();
    }

    private void findings(History history, Map<String, List<History.Entry>> chosen, boolean json) {
        Catalog catalog = catalog();
        List<Check> checks = chosen(catalog);
        Settings settings = settings(catalog);
        Function<Inventory, AuditResult> judge = inventory -> judge(inventory, catalog, checks, settings);
        Optional<String> key = Judgement.key(rules, checks, configuration.parametersInWords());
        List<AuditResult> results = new ArrayList<>();
        chosen.keySet()
                .forEach(account ->
                        history.newest(account, Instant.MAX, judge, key).ifPresent(results::add));
        Function<AuditResult, Instant> begin =
                result -> chosen.getOrDefault(History.account(result.accounts()), List.of()).stream()
                        .map(History.Entry::asOf)
                        .findFirst()
                        .orElse(result.asOf());
        if (json) {
            json(
                    "findings",
                    document -> results.forEach(result -> failures(result)
                            .forEach(finding -> finding(document, result, finding, begin.apply(result)))));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SEVERITY", "FIRST SEEN", "DAYS", "CHECK", "RESOURCE"));
        results.forEach(result -> failures(result)
                .forEach(finding -> rows.add(List.of(
                        finding.severity().word(),
                        since(result, finding).toString(),
                        days(result, finding) + (since(result, finding).equals(begin.apply(result)) ? "+" : ""),
                        finding.checkId(),
                        Text.visible(finding.resource().arn().value())))));
        Output.table(out(), rows);
        if (rows.size() > 1) {
            out().println();
            out().println("Days with a + are those since the folder begins; the failure may be older.");
        } else {
            out().println("No failures.");
        }
    }

    private static List<Finding> failures(AuditResult result) {
        return result.findings().stream()
                .filter(Finding::isOpenFailure)
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(finding -> since(result, finding))
                        .thenComparing(Finding.ORDER))
                .toList();
    }

    private static Instant since(AuditResult result, Finding finding) {
        return finding.firstSeen().orElse(result.asOf());
    }

    private static long days(AuditResult result, Finding finding) {
        return Duration.between(since(result, finding), result.asOf()).toDays();
    }

    private static void finding(JsonGenerator json, AuditResult result, Finding finding, Instant begin) {
        json.writeStartObject();
        json.writeStringProperty("check", finding.checkId());
        json.writeStringProperty("severity", finding.severity().word());
        json.writeStringProperty("resource", finding.resource().arn().value());
        json.writeStringProperty("type", finding.resource().type());
        json.writeStringProperty("account", finding.resource().account());
        json.writeStringProperty("region", finding.resource().region());
        json.writeStringProperty("fingerprint", finding.fingerprint());
        json.writeStringProperty("asOf", result.asOf().toString());
        json.writeStringProperty("firstSeen", since(result, finding).toString());
        json.writeBooleanProperty("maybeOlder", since(result, finding).equals(begin));
        json.writeNumberProperty("days", days(result, finding));
        json.writeEndObject();
    }

    private void timeline(Map<String, List<History.Entry>> chosen, Arn arn, boolean json) {
        Catalog catalog = catalog();
        List<Check> checks = chosen(catalog);
        Settings settings = settings(catalog);
        List<Timeline> timelines = new ArrayList<>();
        for (List<History.Entry> entries : chosen.values()) {
            Timeline timeline = new Timeline(arn, checks, (inventory, own) -> judge(inventory, catalog, own, settings));
            entries.forEach(timeline::add);
            if (timeline.wasSeen()) {
                timelines.add(timeline);
            }
        }
        if (timelines.isEmpty()) {
            throw new UsageException("No snapshot in " + folder + " holds a resource " + arn
                    + "; it must be the whole ARN, as reports print it.");
        }
        if (json) {
            json(
                    "events",
                    document ->
                            timelines.forEach(timeline -> timeline.events().forEach(event -> event(document, event))));
            return;
        }
        for (Timeline timeline : timelines) {
            out().println(Text.visible(timeline.title()));
            out().println();
            Output.table(
                    out(),
                    timeline.events().stream()
                            .map(event -> List.of(
                                    event.asOf().toString(), event.kind().words(), Text.visible(event.words())))
                            .toList());
            out().println();
        }
    }

    private static void event(JsonGenerator json, Timeline.Event event) {
        json.writeStartObject();
        json.writeStringProperty("asOf", event.asOf().toString());
        json.writeStringProperty("event", event.kind().words());
        json.writeStringProperty("resource", event.resource().value());
        json.writeStringProperty("type", event.type());
        json.writeStringProperty("words", event.words());
        event.property().ifPresent(property -> {
            json.writeStringProperty("path", property.path());
            property.before().ifPresent(value -> json.writeStringProperty("before", value));
            property.after().ifPresent(value -> json.writeStringProperty("after", value));
        });
        event.check().ifPresent(check -> json.writeStringProperty("check", check));
        json.writeEndObject();
    }

    /** What an answer in JSON lists. */
    private interface Entries {
        void write(JsonGenerator json);
    }

    private static void json(String name, Entries entries) {
        ReportFiles.print(out -> JsonText.write(out, LEVELS - 1, json -> {
            json.writeStartObject();
            json.writeStringProperty("schemaVersion", SCHEMA_VERSION);
            json.writeArrayPropertyStart(name);
            entries.write(json);
            json.writeEndArray();
            json.writeEndObject();
        }));
    }
}
