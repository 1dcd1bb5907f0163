package io.awsaudit.reports;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.rules.AuditResult;
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
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
     * Returns what the checks say of it where a text is part of the name of all that is insecure in it, and so of ARNs,
     * tags, policies and patterns; and where a tag has ten megabytes.
     */
    public static AuditResult named(String hostile) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SNAPSHOT))) {
            String snapshot = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("insecure-", "insecure-" + escaped(hostile))
                    .replaceFirst("\"tags\":\\{", "\"tags\":{\"huge\":\"" + "<b>".repeat(3_500_000) + "\",")
                    .replace(",}", "}");
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(zipped)) {
                out.write(snapshot.getBytes(StandardCharsets.UTF_8));
            }
            return judged(Snapshot.read(new ByteArrayInputStream(zipped.toByteArray()), "hostile.snapshot"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
