package io.awsaudit.reports;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Baseline;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.Suppressions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The account that the program comes with, judged by its own checks: a result as people have it. */
public final class DemoAccount {
    private static final Path SNAPSHOT = Path.of("../scanner/cli/src/main/resources/io/awsaudit/cli/demo.snapshot");

    private static final Suppressions ACCEPTED = new Suppressions(
            List.of(
                    accepted("s3-bucket-versioning-enabled", Optional.of(LocalDate.of(2027, 6, 30))),
                    accepted("ec2-volume-*", Optional.of(LocalDate.of(2026, 12, 1))),
                    accepted("iam-user-mfa-enabled", Optional.of(LocalDate.of(2026, 1, 1))),
                    accepted("sns-topic-no-such-check", Optional.empty())),
            LocalDate.of(2026, 11, 21));

    private DemoAccount() {}

    /** {@return what the checks say of it, some of that accepted} */
    public static AuditResult judged() {
        return judged(Snapshot.read(SNAPSHOT));
    }

    /**
     * Returns what the checks say of it, compared with the day before, when some of its resources were not there yet, some
     * were that are gone, and nothing was protected from deletion.
     */
    public static AuditResult compared() {
        AuditResult before = judged(dayBefore(
                without(0, read(text -> text.replace("\"deletionProtection\":true", "\"deletionProtection\":false")))));
        return Baseline.of(before).compare(judged(without(1, Snapshot.read(SNAPSHOT))));
    }

    /**
     * Returns what the checks say of it where a text is part of the name of all that is insecure in it, and so of ARNs,
     * tags, policies and patterns; and where a tag has ten megabytes.
     */
    public static AuditResult named(String hostile) {
        return judged(read(text -> text.replace("insecure-", "insecure-" + escaped(hostile))
                .replaceFirst("\"tags\":\\{", "\"tags\":{\"huge\":\"" + "<b>".repeat(3_500_000) + "\",")
                .replace(",}", "}")));
    }

    /** Reads the snapshot as it would be with another text. */
    private static Inventory read(UnaryOperator<String> change) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SNAPSHOT));
                OutputStream out = new GZIPOutputStream(zipped)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            out.write(change.apply(text).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Snapshot.read(new ByteArrayInputStream(zipped.toByteArray()), "changed.snapshot");
    }

    /** {@return an inventory in which each seventh resource is missing} */
    private static Inventory without(int remainder, Inventory inventory) {
        return new Inventory(
                inventory.asOf(),
                inventory.accounts(),
                inventory.coverage(),
                IntStream.range(0, inventory.resources().size())
                        .filter(i -> i % 7 != remainder)
                        .mapToObj(inventory.resources()::get)
                        .toList());
    }

    private static Inventory dayBefore(Inventory inventory) {
        return new Inventory(
                inventory.asOf().minus(Duration.ofDays(1)),
                inventory.accounts(),
                inventory.coverage(),
                inventory.resources());
    }

    private static AuditResult judged(Inventory inventory) {
        Catalog catalog = Catalog.builtIn();
        Collection<Check> checks = catalog.checks();
        return new Engine(catalog, "1.2.3").evaluate(inventory, checks, Settings.standard(checks), ACCEPTED);
    }

    private static Suppression accepted(String check, Optional<LocalDate> expires) {
        return new Suppression(
                check, "*", Optional.empty(), Optional.empty(), "Rebuilt each night.", "platform@example.com", expires);
    }

    /** {@return text within a JSON string, in ASCII} */
    private static String escaped(String text) {
        return text.chars()
                .mapToObj(character -> character < ' ' || character > '~' || character == '"' || character == '\\'
                        ? String.format("\\u%04x", character)
                        : String.valueOf((char) character))
                .collect(Collectors.joining());
    }
}
