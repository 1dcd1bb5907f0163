package io.awsaudit.reports;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.account.Account;
import io.awsaudit.inventory.account.Region;
import io.awsaudit.inventory.s3.Bucket;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Exposure;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Framework;
import io.awsaudit.rules.Pillar;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Results made by hand, for the tests of every format. */
public final class Samples {
    /** Text that does harm where a format does not escape it. */
    public static final List<String> HOSTILE = List.of(
            "</script><script>document.title='owned'</script>",
            "<!--<script>",
            "]]>--><img src=x onerror=\"document.title='owned'\">",
            "\"quoted\" 'single' `back` \\ {{script}} ${x} %s",
            "&lt;b&gt; &amp;#x3c;",
            "safe\u202Egnp.exe\u202C \u2066isolated\u2069",
            "line\u2028separator\u2029paragraph",
            "tab\there\r\nnext line",
            "\u001B[31mred\u001B[0m \u0007 \u0000 \u009B31m",
            "\u001B]8;;https://evil.example\u0007click\u001B]8;;\u001B\\ \u001B]52;c;cm0gLXJmIH4=\u0007 \u009D0;title\u009C",
            "over\b\b\b\bwritten\rAll is well\u0085\u001B[2J\u001B[1;1H\u001B[8mhidden",
            "lone \uD800 high and low \uDC00 halves",
            "zero\u200Bwidth\uFEFF \uDB40\uDC41 tag",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "[link](https://evil.example) ![image](https://evil.example/i.png) # heading | cell | `code` {0}",
            "javascript:document.title='owned'",
            "日本語 Größe עברית 😀",
            "a;=1+1;\"=1+1\",=1+1",
            "@octocat #1 !2 GH-3 https://evil.example www.evil.example mail@evil.example ~~gone~~ $x^2$ :bomb:");

    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ACCOUNT = "111122223333";

    private static final Gap DENIED = new Gap(
            Gap.Cause.DENIED,
            "s3:GetBucketPolicy",
            Optional.of("s3:GetBucketPolicy"),
            "User: arn:aws:iam::111122223333:user/audit is not authorized to perform: s3:GetBucketPolicy");
    private static final Gap TIMED_OUT =
            new Gap(Gap.Cause.TIMED_OUT, "ec2:DescribeVolumes", Optional.empty(), "no answer within 30 s");

    private Samples() {}

    /** {@return a result in which each verdict, and each part that a finding may have, occurs} */
    public static AuditResult small() {
        List<Check> checks = List.of(
                check(
                        "account-contact-security-set",
                        "account",
                        Account.class,
                        "Account has a security contact",
                        Severity.LOW,
                        Pillar.SECURITY),
                check(
                        "ec2-volume-encrypted",
                        "ec2",
                        Bucket.class,
                        "EBS volume is encrypted",
                        Severity.MEDIUM,
                        Pillar.SECURITY),
                check(
                        "s3-bucket-not-public",
                        "s3",
                        Bucket.class,
                        "S3 bucket is not public",
                        Severity.CRITICAL,
                        Pillar.SECURITY),
                check(
                        "s3-bucket-versioning-enabled",
                        "s3",
                        Bucket.class,
                        "S3 bucket has versioning enabled",
                        Severity.LOW,
                        Pillar.RELIABILITY));
        Finding.Subject open = bucket("open-data", Map.of("owner", "data", "stage", "prod"));
        Finding.Subject logs = bucket("logs", Map.of());
        Finding.Subject volume = new Finding.Subject(
                new Arn("arn:aws:ec2:eu-west-1:111122223333:volume/vol-1"),
                "AWS::EC2::Volume",
                ACCOUNT,
                "eu-west-1",
                "vol-1",
                Map.of());
        Finding.Subject everyVolume = new Finding.Subject(
                new Arn("arn:aws:iam::111122223333:root"),
                "AWS::EC2::Volume",
                ACCOUNT,
                "us-east-1",
                "every AWS::EC2::Volume",
                Map.of());
        Finding.Subject account = new Finding.Subject(
                new Arn("arn:aws:iam::111122223333:root"),
                "AWS::::Account",
                ACCOUNT,
                Identity.GLOBAL,
                ACCOUNT,
                Map.of());
        List<Finding> findings = List.of(
                finding(checks.get(0), account, Verdict.MANUAL, "A person decides."),
                finding(checks.get(1), volume, Verdict.PASS, "EBS volume is encrypted."),
                new Finding(
                        "ec2-volume-encrypted",
                        Verdict.UNKNOWN,
                        Severity.MEDIUM,
                        everyVolume,
                        "Not decided for AWS::EC2::Volume: " + TIMED_OUT.sentence() + ".",
                        List.of(),
                        List.of(),
                        List.of(TIMED_OUT),
                        fingerprint("ec2-volume-encrypted", everyVolume),
                        Optional.empty()),
                new Finding(
                        "s3-bucket-not-public",
                        Verdict.FAIL,
                        Severity.CRITICAL,
                        open,
                        "Does not hold: S3 bucket is not public. Seen: policy = Allow * s3:GetObject.",
                        List.of(
                                new Evidence(open.arn(), "policy", "Allow * s3:GetObject"),
                                new Evidence(logs.arn(), "acl", "AllUsers READ")),
                        List.of(new Edge(open.arn(), Relation.LOGS_TO, logs.arn())),
                        List.of(),
                        fingerprint("s3-bucket-not-public", open),
                        Optional.empty()),
                new Finding(
                        "s3-bucket-not-public",
                        Verdict.UNKNOWN,
                        Severity.CRITICAL,
                        logs,
                        "Not decided: " + DENIED.sentence() + ".",
                        List.of(),
                        List.of(),
                        List.of(DENIED),
                        fingerprint("s3-bucket-not-public", logs),
                        Optional.empty()),
                new Finding(
                        "s3-bucket-versioning-enabled",
                        Verdict.FAIL,
                        Severity.LOW,
                        logs,
                        "Does not hold: S3 bucket has versioning enabled. Seen: versioning = Suspended.",
                        List.of(new Evidence(logs.arn(), "versioning", "Suspended")),
                        List.of(),
                        List.of(),
                        fingerprint("s3-bucket-versioning-enabled", logs),
                        Optional.of(new Suppression(
                                "s3-bucket-versioning-enabled",
                                "arn:aws:s3:::logs",
                                Optional.empty(),
                                Optional.empty(),
                                "Logs are written once.",
                                "platform@example.com",
                                Optional.of(LocalDate.of(2026, 6, 30))))),
                finding(checks.get(3), open, Verdict.NOT_APPLICABLE, "A directory bucket has no versions."));
        Coverage coverage = new Coverage(
                List.of(
                        new Coverage.Listing(ACCOUNT, Identity.GLOBAL, "AWS::S3::Bucket", Optional.empty()),
                        new Coverage.Listing(ACCOUNT, "eu-west-1", "AWS::EC2::Volume", Optional.empty()),
                        new Coverage.Listing(ACCOUNT, "us-east-1", "AWS::EC2::Volume", Optional.of(TIMED_OUT))),
                List.of(
                        new Coverage.Calls(ACCOUNT, "eu-west-1", "ec2:DescribeVolumes", 1, List.of()),
                        new Coverage.Calls(
                                ACCOUNT,
                                "us-east-1",
                                "ec2:DescribeVolumes",
                                0,
                                List.of(new Coverage.Refusal(Optional.empty(), TIMED_OUT))),
                        new Coverage.Calls(
                                ACCOUNT,
                                Identity.GLOBAL,
                                "s3:GetBucketPolicy",
                                1,
                                List.of(new Coverage.Refusal(Optional.of(logs.arn()), DENIED)))));
        return result("1.2.3", checks, findings, coverage, 4);
    }

    /** {@return a result in which every text that comes from outside is one of {@link #HOSTILE}} */
    public static AuditResult hostile() {
        List<Check> checks = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Coverage.Calls> calls = new ArrayList<>();
        List<Coverage.Listing> listings = new ArrayList<>();
        List<SuppressionUse> uses = new ArrayList<>();
        List<Resource> inventory = new ArrayList<>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            String text = HOSTILE.get(i);
            Check check = new Check(
                    "x-check-" + (char) ('a' + i),
                    text,
                    "x-check-" + (char) ('a' + i),
                    Bucket.class,
                    text,
                    Severity.values()[i % 4],
                    Pillar.SECURITY,
                    Optional.of(Exposure.values()[i % 3]),
                    text,
                    text,
                    Optional.of(text),
                    Optional.of(text),
                    List.of(),
                    List.of(),
                    text,
                    Optional.of(text),
                    List.of(text),
                    List.of(text),
                    List.of(),
                    List.of(),
                    Optional.empty());
            checks.add(check);
            Finding.Subject subject = new Finding.Subject(new Arn(text), text, text, text, text, Map.of(text, text));
            Gap gap = new Gap(Gap.Cause.DENIED, text, Optional.of(text), text);
            Suppression suppression =
                    new Suppression(text, text, Optional.of(text), Optional.of(text), text, text, Optional.empty());
            findings.add(new Finding(
                    check.id(),
                    i % 3 == 2 ? Verdict.UNKNOWN : Verdict.FAIL,
                    check.severity(),
                    subject,
                    text,
                    List.of(new Evidence(new Arn(text), text, text), new Evidence(new Arn("arn:other"), text, text)),
                    List.of(new Edge(new Arn(text), Relation.IN, new Arn("arn:other"))),
                    List.of(gap),
                    fingerprint(check.id(), subject),
                    i % 5 == 4 ? Optional.of(suppression) : Optional.empty(),
                    Optional.of(new Change(
                            Change.State.values()[i % 4],
                            i % 2 == 0 ? Optional.of(Verdict.PASS) : Optional.empty(),
                            text)),
                    Optional.of(AS_OF)));
            uses.add(new SuppressionUse(
                    suppression, i % 2, i % 2 == 0 ? OptionalLong.empty() : OptionalLong.of(i - 10), true));
            inventory.add(new Region(Identity.tagged(new Arn(text), text, text, text, Map.of(text, text))));
            calls.add(new Coverage.Calls(
                    text, text, text, 1, List.of(new Coverage.Refusal(Optional.of(new Arn(text)), gap))));
            listings.add(new Coverage.Listing(text, text, text, Optional.of(gap)));
        }
        List<Framework.Control> controls = HOSTILE.stream()
                .map(text -> new Framework.Control(
                        text, text, text, false, List.of("x-check-a"), Optional.of(text), Optional.empty()))
                .toList();
        return new AuditResult(
                HOSTILE.get(0),
                AS_OF,
                HOSTILE.stream()
                        .map(text -> new Inventory.AccountScope(text, text, HOSTILE))
                        .toList(),
                new Coverage(listings, calls),
                checks,
                HOSTILE.stream()
                        .map(text -> new AuditResult.FrameworkResult(
                                new Framework(text, text, text, controls),
                                controls.stream()
                                        .map(control -> new AuditResult.ControlResult(
                                                control, Optional.of(Verdict.FAIL), Map.of(Verdict.FAIL, 1)))
                                        .toList()))
                        .toList(),
                findings,
                HOSTILE.size(),
                uses,
                Optional.of(new Comparison(AS_OF, others(findings, 'a'), others(findings, 'b'))),
                inventory);
    }

    /** Findings with the same texts, which are not the same findings. */
    private static List<Finding> others(List<Finding> findings, char first) {
        return findings.stream()
                .map(finding -> new Finding(
                        finding.checkId(),
                        finding.status(),
                        finding.severity(),
                        finding.resource(),
                        finding.message(),
                        finding.evidence(),
                        finding.path(),
                        finding.gaps(),
                        first + finding.fingerprint().substring(1),
                        finding.suppression(),
                        finding.change(),
                        finding.firstSeen()))
                .toList();
    }

    /** {@return a result as a big organisation has it, the same each time} */
    public static AuditResult large(int size) {
        Random random = new Random(7);
        List<String> services =
                List.of("autoscaling", "cloudtrail", "dynamodb", "ec2", "efs", "iam", "kms", "rds", "s3", "sns");
        List<String> nouns = List.of(
                "encrypted",
                "logging-enabled",
                "not-public",
                "backed-up",
                "rotated",
                "tagged",
                "recent",
                "least-privilege");
        List<String> regions = List.of("eu-central-1", "eu-west-1", "us-east-1", "us-west-2", "ap-southeast-2");
        List<String> teams = List.of("payments", "search", "billing", "web", "data-platform", "mobile", "ops");
        List<Check> checks = services.stream()
                .flatMap(service -> nouns.stream()
                        .map(noun -> check(
                                service + "-resource-" + noun,
                                service,
                                Bucket.class,
                                service.toUpperCase(Locale.ROOT) + " resource is " + noun.replace('-', ' '),
                                Severity.values()[Math.min(3, (nouns.indexOf(noun) + services.indexOf(service)) % 7)],
                                Pillar.values()[nouns.indexOf(noun) % 6])))
                .sorted(Comparator.comparing(Check::id))
                .toList();
        int each = Math.max(1, size / checks.size());
        List<Finding> findings = new ArrayList<>(size);
        List<Coverage.Refusal> refusals = new ArrayList<>();
        for (Check check : checks) {
            double failing = random.nextDouble() < 0.45 ? 0 : random.nextDouble() * 0.5;
            for (int i = 0; i < each; i++) {
                Random of = new Random(31L * check.service().hashCode() + i);
                String account = "11112222333" + of.nextInt(4);
                String region = regions.get(of.nextInt(regions.size()));
                String team = teams.get(of.nextInt(teams.size()));
                String name = team + "-" + check.service() + "-" + i;
                Finding.Subject subject = new Finding.Subject(
                        new Arn("arn:aws:" + check.service() + ":" + region + ":" + account + ":resource/" + name),
                        "AWS::" + check.service().toUpperCase(Locale.ROOT) + "::Resource",
                        account,
                        region,
                        name,
                        Map.of("team", team, "stage", of.nextBoolean() ? "prod" : "dev"));
                double lot = random.nextDouble();
                Verdict verdict = lot < failing
                        ? Verdict.FAIL
                        : lot > 0.985 ? Verdict.UNKNOWN : lot > 0.95 ? Verdict.NOT_APPLICABLE : Verdict.PASS;
                List<Gap> gaps =
                        verdict == Verdict.UNKNOWN ? List.of(random.nextBoolean() ? DENIED : TIMED_OUT) : List.of();
                gaps.forEach(gap -> refusals.add(new Coverage.Refusal(Optional.of(subject.arn()), gap)));
                List<Evidence> evidence = verdict == Verdict.FAIL
                        ? List.of(
                                new Evidence(subject.arn(), "encryption", "NONE"),
                                new Evidence(subject.arn(), "keyAgeDays", "412"))
                        : List.of();
                findings.add(new Finding(
                        check.id(),
                        verdict,
                        check.severity(),
                        subject,
                        switch (verdict) {
                            case FAIL ->
                                "Does not hold: " + check.title() + ". Seen: encryption = NONE; keyAgeDays = 412.";
                            case UNKNOWN -> "Not decided: " + gaps.get(0).sentence() + ".";
                            case PASS, MANUAL -> check.title() + ".";
                            case NOT_APPLICABLE -> "It is managed by AWS.";
                        },
                        evidence,
                        List.of(),
                        gaps,
                        fingerprint(check.id(), subject),
                        verdict == Verdict.FAIL && random.nextInt(40) == 0
                                ? Optional.of(new Suppression(
                                        check.id(),
                                        "*-dev-*",
                                        Optional.empty(),
                                        Optional.of("stage=dev"),
                                        "Sandbox, rebuilt each night.",
                                        "platform@example.com",
                                        Optional.of(LocalDate.of(2026, 9, 1))))
                                : Optional.empty()));
            }
        }
        Coverage coverage = new Coverage(
                List.of(new Coverage.Listing("111122223330", "us-west-2", "AWS::EC2::Volume", Optional.of(TIMED_OUT))),
                List.of(
                        new Coverage.Calls("111122223330", "us-west-2", "s3:GetBucketPolicy", 1200, refusals),
                        new Coverage.Calls("111122223330", "us-west-2", "ec2:DescribeInstances", 318, List.of())));
        return result("1.2.3", checks, findings, coverage, size / 8);
    }

    private static AuditResult result(
            String version, List<Check> checks, List<Finding> findings, Coverage coverage, long resources) {
        List<String> accounts = findings.stream()
                .map(finding -> finding.resource().account())
                .distinct()
                .sorted()
                .toList();
        List<String> regions = findings.stream()
                .map(finding -> finding.resource().region())
                .filter(region -> !region.equals(Identity.GLOBAL))
                .distinct()
                .toList();
        return new AuditResult(
                version,
                AS_OF,
                accounts.stream()
                        .map(account -> new Inventory.AccountScope(account, "aws", regions))
                        .toList(),
                coverage,
                checks,
                List.of(
                        framework(
                                "cis-aws-5.0",
                                "CIS AWS Foundations Benchmark 5.0",
                                "https://www.cisecurity.org/benchmark/amazon_web_services",
                                checks,
                                findings),
                        framework(
                                "aws-well-architected",
                                "AWS Well-Architected Framework",
                                "https://docs.aws.amazon.com/wellarchitected/latest/framework/",
                                checks,
                                findings)),
                findings,
                resources);
    }

    private static AuditResult.FrameworkResult framework(
            String id, String title, String source, List<Check> checks, List<Finding> findings) {
        Stream<AuditResult.ControlResult> automated = IntStream.range(0, checks.size())
                .mapToObj(i -> {
                    Check check = checks.get(i);
                    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
                    findings.stream()
                            .filter(finding -> finding.checkId().equals(check.id())
                                    && finding.suppression().isEmpty())
                            .forEach(finding -> counts.merge(finding.status(), 1, Integer::sum));
                    return new AuditResult.ControlResult(
                            new Framework.Control(
                                    number(i),
                                    check.title(),
                                    i % 2 == 0 ? "Level 1" : "Level 2",
                                    false,
                                    List.of(check.id()),
                                    Optional.empty(),
                                    Optional.empty()),
                            Optional.of(Stream.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS)
                                    .filter(counts::containsKey)
                                    .findFirst()
                                    .orElse(Verdict.NOT_APPLICABLE)),
                            counts);
                });
        Stream<AuditResult.ControlResult> others = Stream.of(
                new AuditResult.ControlResult(
                        new Framework.Control(
                                number(checks.size()),
                                "Contact details are current",
                                "Level 1",
                                true,
                                List.of(),
                                Optional.of("Compare the account's contacts with your own directory."),
                                Optional.empty()),
                        Optional.of(Verdict.MANUAL),
                        Map.of()),
                new AuditResult.ControlResult(
                        new Framework.Control(
                                number(checks.size() + 1),
                                "Nobody chose this one",
                                "",
                                false,
                                List.of("x-not-chosen"),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        Map.of()));
        List<AuditResult.ControlResult> controls =
                Stream.concat(automated, others).toList();
        return new AuditResult.FrameworkResult(
                new Framework(
                        id,
                        title,
                        source,
                        controls.stream()
                                .map(AuditResult.ControlResult::control)
                                .toList()),
                controls);
    }

    private static String number(int index) {
        return (index / 12 + 1) + "." + (index % 12 + 1);
    }

    /** {@return a check of buckets} */
    static Check check(String id) {
        return check(id, "s3", Bucket.class, "S3 bucket is as it should be", Severity.LOW, Pillar.SECURITY);
    }

    private static Check check(
            String id, String service, Class<? extends Resource> type, String title, Severity severity, Pillar pillar) {
        return new Check(
                id,
                service,
                id,
                type,
                title,
                severity,
                pillar,
                id.endsWith("-public") ? Optional.of(Exposure.EVERYBODY) : Optional.empty(),
                "Whoever finds it can read what was meant to stay inside, and nobody would notice for weeks.",
                "Open the resource in the console, choose Edit, and turn the setting on.\nOr with the AWS CLI: `aws "
                        + service + " put-setting --enabled`",
                Optional.of("aws " + service + " put-setting --name NAME --enabled"),
                Optional.of("resource \"aws_" + service + "_setting\" \"this\" {\n  enabled = true\n}"),
                List.of(),
                List.of(),
                "https://docs.aws.amazon.com/" + service + "/latest/guide/" + id + ".html",
                Optional.of("SEC08-BP02"),
                List.of("RULE_" + service.toUpperCase(Locale.ROOT)),
                List.of(service.toUpperCase(Locale.ROOT) + ".1"),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Finding.Subject bucket(String name, Map<String, String> tags) {
        return new Finding.Subject(Bucket.arnOf("aws", name), "AWS::S3::Bucket", ACCOUNT, "eu-west-1", name, tags);
    }

    private static Finding finding(Check check, Finding.Subject subject, Verdict verdict, String message) {
        return new Finding(
                check.id(),
                verdict,
                check.severity(),
                subject,
                message,
                List.of(),
                List.of(),
                List.of(),
                fingerprint(check.id(), subject),
                Optional.empty());
    }

    private static String fingerprint(String check, Finding.Subject subject) {
        return String.format(
                "%016x%016x",
                (long) check.hashCode(),
                (long) subject.arn().hashCode() * 31 + subject.region().hashCode());
    }
}
