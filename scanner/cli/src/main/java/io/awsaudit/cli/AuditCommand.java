package io.awsaudit.cli;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.InventoryStream;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Pillar;
import io.awsaudit.rules.Selection;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Suppressions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands have in common that choose checks. */
abstract class AuditCommand extends ConfiguredCommand {
    /** What is accepted, once the settings were asked for. */
    private Suppressions suppressions = Suppressions.NONE;

    @Option(
            names = "--check",
            paramLabel = "ID",
            split = ",",
            description = "Only these checks; * and ? stand for any characters (repeatable, or separated by commas).")
    List<String> checks = List.of();

    @Option(names = "--exclude-check", paramLabel = "ID", split = ",", description = "All but these checks.")
    List<String> excluded = List.of();

    @Option(
            names = "--service",
            paramLabel = "NAME",
            split = ",",
            description = "Only checks of these services, such as s3,ec2.")
    List<String> services = List.of();

    @Option(
            names = "--severity",
            paramLabel = "LEVEL",
            split = ",",
            description = "Only checks of these severities: critical, high, medium, low.")
    List<String> severities = List.of();

    @Option(
            names = "--pillar",
            paramLabel = "NAME",
            split = ",",
            description = "Only checks of these Well-Architected pillars, such as security,cost-optimization.")
    List<String> pillars = List.of();

    @Option(
            names = "--framework",
            paramLabel = "ID",
            split = ",",
            description = "Only checks of these frameworks; 'aws-audit frameworks list' lists them.")
    List<String> frameworks = List.of();

    @Option(
            names = "--suppressions",
            paramLabel = "FILE",
            description = "A file of suppressions, besides those in the configuration file.")
    @Nullable
    Path suppressionFile;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description =
                    "A directory with checks of your own, besides the built-in ones; they are code, and run with your rights.")
    @Nullable
    Path rules;

    Catalog catalog() {
        if (rules == null) {
            return Catalog.builtIn();
        }
        if (!Files.isDirectory(rules)) {
            throw new UsageException("There is no directory " + rules + " (--rules).");
        }
        return Catalog.builtIn().with(rules);
    }

    List<Check> chosen(Catalog catalog) {
        List<Check> chosen = new Selection(
                        checks,
                        excluded,
                        Set.copyOf(services),
                        severities.stream().map(AuditCommand::severity).collect(Collectors.toSet()),
                        pillars.stream().map(AuditCommand::pillar).collect(Collectors.toSet()),
                        frameworks)
                .from(catalog);
        if (chosen.isEmpty()) {
            throw new UsageException(
                    "No check is in all of --check, --service, --severity, --pillar and --framework as given.");
        }
        return chosen;
    }

    /**
     * Parameters are set for all checks of a catalogue, so that a file fits every selection. Suppressions are read along with
     * them: a mistake in either has to be found before the account is read.
     */
    Settings settings(Catalog catalog) {
        suppressions = configuration.suppressions(
                Optional.ofNullable(suppressionFile), catalog.checks(), this::say, Clock.systemDefaultZone());
        return configuration.settings(catalog.checks());
    }

    /** Judges an inventory, as every command does that ends in reports. */
    AuditResult judge(Inventory inventory, Catalog catalog, List<Check> checks, Settings settings) {
        return timed(() -> new Engine(catalog, AwsAudit.version()).evaluate(inventory, checks, settings, suppressions));
    }

    /** Does the same account by account. */
    AuditResult judge(InventoryStream inventory, Catalog catalog, List<Check> checks, Settings settings) {
        return timed(() -> new Engine(catalog, AwsAudit.version()).evaluate(inventory, checks, settings, suppressions));
    }

    private AuditResult timed(Supplier<AuditResult> judging) {
        Instant start = Instant.now();
        AuditResult result = judging.get();
        sayMore("Judged in " + Duration.between(start, Instant.now()).toMillis() + " ms");
        return result;
    }

    static Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no severity '" + word + "'; there are: "
                        + Arrays.stream(Severity.values()).map(Severity::word).collect(Collectors.joining(", "))
                        + "."));
    }

    private static Pillar pillar(String word) {
        return Arrays.stream(Pillar.values())
                .filter(pillar -> pillar.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no pillar '" + word + "'; there are: "
                        + Arrays.stream(Pillar.values()).map(Pillar::word).collect(Collectors.joining(", ")) + "."));
    }
}
