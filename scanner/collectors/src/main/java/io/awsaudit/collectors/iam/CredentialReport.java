package io.awsaudit.collectors.iam;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.iam.Credentials;
import io.awsaudit.inventory.iam.Credentials.AccessKey;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CredentialReportExpiredException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotPresentException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotReadyException;

/**
 * The credential report of an account: CSV, a row a user and one for root.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Credential reports</a>
 */
final class CredentialReport {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final Observed<Map<Arn, NamedCsvRecord>> rows;

    private CredentialReport(Observed<Map<Arn, NamedCsvRecord>> rows) {
        this.rows = rows;
    }

    /** {@return the details that declare the report as the source of a component} */
    static List<Detail> details(Class<? extends Resource> type, String component) {
        return List.of(
                Detail.of(type, component, "iam:GetCredentialReport").forAll(),
                Detail.of(type, component, "iam:GenerateCredentialReport")
                        .forAll()
                        .where("there is no report from the last hours"));
    }

    /**
     * Reads the report, and has it made where there is none from the last four hours.
     *
     * @param details as {@link #details} gave them
     */
    static CredentialReport read(Reads reads, List<Detail> details) {
        Detail get = details.get(0);
        Detail generate = details.get(1);
        IamClient iam = reads.client(Iam.IAM);
        // Of users and of root there is one report.
        Supplier<Map<Arn, NamedCsvRecord>> report =
                reads.sharedAnswer(get.operation().id(), () -> parse(content(iam, reads, generate)));
        return new CredentialReport(reads.answer(get, reads.globalArn("iam", "root"), report::get));
    }

    /** {@return what {@code translate} makes of a user's row} */
    <T> Observed<T> of(Arn user, Function<Row, T> translate) {
        if (!(rows instanceof Observed.Known<Map<Arn, NamedCsvRecord>> known)) {
            return Observed.unknown(rows.unknownBecause().orElseThrow());
        }
        NamedCsvRecord row = known.value().get(user);
        if (row == null) {
            return Observed.unknown(
                    gap(Gap.Cause.NOT_COLLECTED, "the credential report, up to four hours old, has no row for it"));
        }
        try {
            return Observed.known(translate.apply(new Row(row)));
        } catch (RuntimeException e) {
            return Observed.unknown(gap(Gap.Cause.MALFORMED, String.valueOf(e.getMessage())));
        }
    }

    private static Gap gap(Gap.Cause cause, String detail) {
        return new Gap(cause, "iam:GetCredentialReport", Optional.empty(), detail);
    }

    private static String content(IamClient iam, Reads reads, Detail generate) {
        Instant end = Instant.now().plus(PATIENCE);
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return iam.getCredentialReport(request -> {}).content().asUtf8String();
            } catch (CredentialReportNotPresentException | CredentialReportExpiredException e) {
                reads.list(generate.operation(), () -> iam.generateCredentialReport(request -> {}));
            } catch (CredentialReportNotReadyException e) {
                if (Instant.now().isAfter(end)) {
                    throw ApiCallTimeoutException.builder()
                            .message("the report was not ready after " + PATIENCE.toSeconds() + " seconds")
                            .build();
                }
            }
            sleep(pause);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted while waiting for the credential report", e);
        }
    }

    private static Map<Arn, NamedCsvRecord> parse(String csv) {
        try (Stream<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv).stream()) {
            return records.collect(Collectors.toMap(row -> new Arn(row.getField("arn")), row -> row));
        }
    }

    /** A row of the report. */
    record Row(NamedCsvRecord fields) {
        Credentials credentials() {
            return new Credentials(
                    flag("password_enabled"),
                    time("password_last_used"),
                    time("password_last_changed"),
                    flag("mfa_active"),
                    Stream.of(1, 2).flatMap(number -> key(number).stream()).toList());
        }

        /** {@return the last time that the password or a key was used, empty when never} */
        Optional<Instant> lastUsed() {
            return Stream.of("password_last_used", "access_key_1_last_used_date", "access_key_2_last_used_date")
                    .flatMap(field -> time(field).stream())
                    .max(Instant::compareTo);
        }

        /** A key that does not exist is not active and was never rotated. */
        private Optional<AccessKey> key(int number) {
            String prefix = "access_key_" + number;
            AccessKey key = new AccessKey(
                    number, flag(prefix + "_active"), time(prefix + "_last_rotated"), time(prefix + "_last_used_date"));
            return key.active() || key.lastRotated().isPresent() ? Optional.of(key) : Optional.empty();
        }

        private boolean flag(String field) {
            return fields.getField(field).equalsIgnoreCase("true");
        }

        private Optional<Instant> time(String field) {
            String text = fields.getField(field);
            return switch (text) {
                case "N/A", "no_information", "not_supported", "" -> Optional.empty();
                default -> Optional.of(OffsetDateTime.parse(text).toInstant());
            };
        }
    }
}
