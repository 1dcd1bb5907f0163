package io.awsaudit.reports.sarif;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SARIF logs of results made by hand. */
final class LogFiles {
    static final String ACCOUNT = "111122223333";
    static final Instant BASELINE = Instant.parse("2025-12-31T00:00:00Z");
    private static final AuditResult SMALL = Samples.small();
    private static final JsonMapper MAPPER = new JsonMapper();

    private LogFiles() {}

    static JsonNode log(AuditResult result) {
        return log(new SarifReporter(false), result);
    }

    static JsonNode log(Reporter reporter, AuditResult result) {
        return MAPPER.readTree(Golden.text(reporter, result));
    }

    /** {@return the messages of a run's notifications that have a descriptor} */
    static List<String> notifications(JsonNode run, String descriptor) {
        return run.path("invocations")
                .path(0)
                .path("toolExecutionNotifications")
                .valueStream()
                .filter(notification ->
                        notification.path("descriptor").path("id").asString().equals(descriptor))
                .map(notification -> notification.path("message").path("text").asString())
                .toList();
    }

    static AuditResult result(List<Finding> findings) {
        return result(findings, List.of(), Optional.empty());
    }

    static AuditResult result(
            List<Finding> findings, List<SuppressionUse> suppressions, Optional<Comparison> comparison) {
        return new AuditResult(
                SMALL.toolVersion(),
                SMALL.asOf(),
                Stream.concat(
                                Stream.of(ACCOUNT),
                                findings.stream()
                                        .map(finding -> finding.resource().account()))
                        .distinct()
                        .map(account -> new Inventory.AccountScope(account, "aws", List.of("eu-west-1")))
                        .toList(),
                SMALL.coverage(),
                SMALL.checks(),
                SMALL.frameworks(),
                findings,
                findings.size(),
                suppressions,
                comparison,
                List.of());
    }

    static AuditResult compared(List<Finding> findings, List<Finding> gone, List<Finding> unseen) {
        return result(findings, List.of(), Optional.of(new Comparison(BASELINE, gone, unseen)));
    }

    /** {@return the check of small results that has a severity} */
    static Check check(int severity) {
        return SMALL.checks().stream()
                .filter(check -> check.severity().ordinal() == severity)
                .findFirst()
                .orElseThrow();
    }

    static Finding finding(Check check, Verdict verdict, String account, String bucket) {
        return finding(check, verdict, account, bucket, check.title() + ".", List.of(), Optional.empty());
    }

    static Finding changed(Verdict verdict, String bucket, Change.State state, Optional<Verdict> before) {
        Check check = SMALL.checks().get(2);
        return finding(
                check,
                verdict,
                ACCOUNT,
                bucket,
                check.title() + ".",
                List.of(),
                Optional.of(new Change(state, before, "it is so")));
    }

    static Finding finding(
            Check check,
            Verdict verdict,
            String account,
            String bucket,
            String message,
            List<Evidence> evidence,
            Optional<Change> change) {
        Finding.Subject subject = new Finding.Subject(
                new Arn("arn:aws:s3:::" + bucket), "AWS::S3::Bucket", account, "eu-west-1", bucket, Map.of());
        return new Finding(
                check.id(),
                verdict,
                check.severity(),
                subject,
                message,
                evidence,
                List.of(),
                List.of(),
                String.format(Locale.ROOT, "%032x", (account + check.id() + bucket).hashCode()),
                Optional.<Suppression>empty(),
                change,
                change.map(known -> BASELINE));
    }
}
