package io.awsaudit.cli;

import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.reports.ReportFiles;
import io.awsaudit.reports.Text;
import io.awsaudit.reports.json.ResultException;
import io.awsaudit.reports.json.ResultFile;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Verdict;
import io.awsaudit.rules.text.TextException;
import io.awsaudit.rules.text.TextFile;
import io.awsaudit.rules.text.Words;
import io.awsaudit.rules.text.YamlList;
import io.awsaudit.rules.text.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accepts findings: adds suppressions to the file that holds them. */
@Command(
        name = "suppress",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Accepts findings: adds suppressions to the configuration file, and leaves all else in it as it is.",
            "Name findings of an earlier run by their fingerprints, or say with --check and --resource what is accepted."
        })
final class SuppressCommand implements Callable<Integer> {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{8,32}");
    private static final Pattern DAYS = Pattern.compile("([0-9]{1,5})d");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FINDING",
            arity = "0..*",
            description = "Fingerprints of findings, or at least eight digits that they begin with.")
    private List<String> findings = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            defaultValue = "aws-audit-report/findings.json",
            description = "The result that has these findings (default: ${DEFAULT-VALUE}).")
    private Path from;

    @Option(names = "--check", paramLabel = "ID", description = "The check; * and ? stand for any characters.")
    @Nullable
    private String check;

    @Option(
            names = "--resource",
            paramLabel = "ARN",
            description = "The resource, by its whole ARN; * and ? stand for any characters.")
    @Nullable
    private String resource;

    @Option(names = "--account", paramLabel = "ID", description = "Only resources of this account.")
    @Nullable
    private String account;

    @Option(
            names = "--tag",
            paramLabel = "KEY[=VALUE]",
            description = "Only resources with this tag; * and ? stand for any characters.")
    @Nullable
    private String tag;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is accepted.")
    @Nullable
    private String reason;

    @Option(names = "--owner", paramLabel = "TEXT", description = "Who answers for that, such as a team's address.")
    @Nullable
    private String owner;

    @Option(
            names = "--expires",
            paramLabel = "DATE",
            description = "The last day on which it holds, such as 2027-06-30, or 90d for ninety days from now.")
    @Nullable
    private String expires;

    @Option(names = "--list", description = "Add nothing; list what is accepted, by whom, and until when.")
    private boolean list;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file, made if need be (default: aws-audit.yaml).")
    @Nullable
    private Path config;

    @Option(
            names = "--suppressions",
            paramLabel = "FILE",
            description = "A file of suppressions to add to, made if need be, instead of the configuration file.")
    @Nullable
    private Path suppressionFile;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "A directory with checks of your own, besides the built-in ones.")
    @Nullable
    private Path rules;

    private final LocalDate today = LocalDate.now(Clock.systemDefaultZone());

    @Override
    public Integer call() {
        Configuration configuration = configuration();
        Path file = suppressionFile != null
                ? suppressionFile
                : configuration.suppressionFile().orElseGet(this::configurationFile);
        List<SuppressionReader.Entry> existing = new ArrayList<>(configuration.entries());
        if (!file.equals(configurationFile()) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            existing.addAll(SuppressionFile.read(file));
        }
        if (list) {
            print(existing);
            return ExitCode.CLEAN;
        }
        List<Suppression> wanted = wanted();
        refuseDuplicates(wanted, existing);
        add(wanted, file);
        return ExitCode.CLEAN;
    }

    private Path configurationFile() {
        return config == null ? Configuration.STANDARD : config;
    }

    private Configuration configuration() {
        return Files.exists(configurationFile(), LinkOption.NOFOLLOW_LINKS)
                ? Configuration.find(Optional.of(configurationFile()))
                : Configuration.NONE;
    }

    private List<Suppression> wanted() {
        List<String> missing = new ArrayList<>();
        if (findings.isEmpty() == (check == null)) {
            missing.add("Say what is accepted: findings by their fingerprints, or a --check and its --resource.");
        } else if (!findings.isEmpty() && (resource != null || account != null || tag != null)) {
            missing.add("A finding says which resource is meant; leave out --resource, --account and --tag.");
        } else if (findings.isEmpty() && resource == null && account == null && tag == null) {
            missing.add(
                    "Say of which resources it is accepted: --resource ARN ('*' for every one), --tag or --account.");
        }
        if (reason == null || reason.isBlank()) {
            missing.add("Say why it is accepted: --reason TEXT.");
        }
        if (owner == null || owner.isBlank()) {
            missing.add("Say who answers for it: --owner TEXT, such as a team's address.");
        }
        if (!missing.isEmpty()) {
            throw new UsageException(missing);
        }
        if (check == null) {
            AuditResult result = result();
            return findings.stream()
                    .map(fingerprint -> finding(fingerprint, result))
                    .distinct()
                    .map(finding -> suppression(
                            finding.checkId(),
                            Optional.of(finding.resource().arn().value())))
                    .toList();
        }
        verify(check);
        return List.of(suppression(check, AuditCommand.text(resource)));
    }

    private Suppression suppression(String of, Optional<String> arn) {
        return new Suppression(
                of,
                arn.orElse("*"),
                AuditCommand.text(account),
                AuditCommand.text(tag),
                String.valueOf(reason).strip(),
                String.valueOf(owner).strip(),
                Optional.ofNullable(expires).map(this::lastDay));
    }

    private LocalDate lastDay(String text) {
        Matcher days = DAYS.matcher(text);
        try {
            LocalDate last = days.matches() ? today.plusDays(Long.parseLong(days.group(1))) : LocalDate.parse(text);
            if (last.isBefore(today)) {
                throw new UsageException(last + " is past (--expires); name a day to come.");
            }
            return last;
        } catch (DateTimeException e) {
            throw new UsageException(InventoryJson.quoted(text)
                    + " is no date (--expires); write one such as 2027-01-31, or 90d for ninety days from now.");
        }
    }

    private AuditResult result() {
        try {
            return ResultFile.read(from);
        } catch (ResultException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Finding finding(String fingerprint, AuditResult result) {
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new UsageException(InventoryJson.quoted(fingerprint)
                    + " is no fingerprint; those have 32 digits, 0 to 9 and a to f, of which eight do.");
        }
        List<Finding> found = result.findings().stream()
                .filter(finding -> finding.fingerprint().startsWith(fingerprint))
                .toList();
        if (found.isEmpty()) {
            throw new UsageException("No finding of " + from + " has the fingerprint " + fingerprint
                    + "; name the result that has it (--from).");
        }
        if (found.size() > 1) {
            throw new UsageException(found.size() + " findings of " + from + " have a fingerprint that begins with "
                    + fingerprint + "; give more of its digits.");
        }
        Finding one = found.get(0);
        if (one.status() != Verdict.FAIL && one.status() != Verdict.UNKNOWN) {
            throw new UsageException(fingerprint + " (" + one.checkId() + ") asks for nothing: it is "
                    + one.status().word() + ". There is nothing to accept.");
        }
        return one;
    }

    /** What somebody types has to name something that is there, other than what stands in a file of many. */
    private void verify(String id) {
        Catalog catalog = rules == null ? Catalog.builtIn() : Catalog.builtIn().with(rules);
        Suppression asked = suppression(id, Optional.empty());
        if (catalog.checks().stream().noneMatch(asked::names)) {
            throw new UsageException("There is no check " + InventoryJson.quoted(id)
                    + Words.nearest(id, catalog.checks().stream().map(Check::id).toList())
                    + "; 'aws-audit checks list' lists them.");
        }
    }

    private static void refuseDuplicates(List<Suppression> wanted, List<SuppressionReader.Entry> existing) {
        List<String> problems = new ArrayList<>();
        for (Suppression one : wanted) {
            existing.stream()
                    .filter(entry -> isSame(one, entry.suppression()))
                    .findFirst()
                    .ifPresent(entry -> problems.add(entry.place() + " is about the same"
                            + entry.suppression()
                                    .expires()
                                    .map(last -> ", until " + last)
                                    .orElse("")
                            + "; change it there."));
        }
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
    }

    private static boolean isSame(Suppression one, Suppression other) {
        return one.check().equals(other.check())
                && one.resource().equals(other.resource())
                && one.account().equals(other.account())
                && one.tag().equals(other.tag());
    }

    private void add(List<Suppression> wanted, Path file) {
        String before = "";
        boolean exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        String after;
        int first;
        try {
            if (exists) {
                before = TextFile.read(file, file.toString());
            }
            after = before;
            for (Suppression one : wanted) {
                after = YamlList.append(file.toString(), after, SuppressionReader.KEY, parts(one));
            }
            YamlText yaml = new YamlText(file.toString(), after);
            List<String> problems = new ArrayList<>();
            List<SuppressionReader.Entry> all =
                    new SuppressionReader(yaml, problems).read(yaml.tree().get(SuppressionReader.KEY));
            if (!problems.isEmpty()) {
                throw new UsageException(problems);
            }
            first = all.size() - wanted.size();
            write(file, after);
            for (int i = 0; i < wanted.size(); i++) {
                say(all.get(first + i));
            }
        } catch (TextException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> parts(Suppression one) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("check", one.check());
        if (!one.resource().equals("*") || one.account().isEmpty() && one.tag().isEmpty()) {
            parts.put("resource", one.resource());
        }
        one.account().ifPresent(id -> parts.put("account", id));
        one.tag().ifPresent(pattern -> parts.put("tag", pattern));
        parts.put("reason", one.reason());
        parts.put("owner", one.owner());
        one.expires().ifPresent(last -> parts.put("expires", last.toString()));
        return parts;
    }

    /** Through links, and with the permissions and the mark of byte order that the file had. */
    private static void write(Path file, String text) {
        try {
            boolean exists = Files.exists(file);
            Path real = exists ? file.toRealPath() : file;
            boolean marked = exists && startsWithMark(real);
            Optional<Set<PosixFilePermission>> permissions =
                    exists && real.getFileSystem().supportedFileAttributeViews().contains("posix")
                            ? Optional.of(Files.getPosixFilePermissions(real))
                            : Optional.empty();
            ReportFiles.write(
                    real, out -> out.write(((marked ? BYTE_ORDER_MARK : "") + text).getBytes(StandardCharsets.UTF_8)));
            if (permissions.isPresent()) {
                Files.setPosixFilePermissions(real, permissions.get());
            }
        } catch (IOException e) {
            throw new UsageException("Cannot write " + file + ": " + e.getMessage() + ".");
        }
    }

    private static boolean startsWithMark(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).startsWith(BYTE_ORDER_MARK);
    }

    private void say(SuppressionReader.Entry entry) {
        Suppression one = entry.suppression();
        line(entry.place() + " accepts " + what(one) + until(one) + ".");
        if (one.expires().isEmpty()) {
            AwsAudit.print(
                    spec.commandLine().getErr(),
                    "It has no end. Give it one (--expires 90d) if somebody should look at it again.");
        }
    }

    private static String what(Suppression one) {
        return one.check() + " on " + (one.resource().equals("*") ? "every resource" : one.resource())
                + one.tag().map(pattern -> " tagged " + pattern).orElse("")
                + one.account().map(id -> " in account " + id).orElse("");
    }

    private static String until(Suppression one) {
        return one.expires().map(last -> " until " + last).orElse("");
    }

    private void line(String line) {
        spec.commandLine().getOut().println(Text.visible(line));
    }

    private void print(List<SuppressionReader.Entry> entries) {
        Map<Suppression, Long> covered = new HashMap<>();
        if (Files.exists(from)) {
            result().findings()
                    .forEach(finding -> finding.suppression().ifPresent(by -> covered.merge(by, 1L, Long::sum)));
        }
        entries.forEach(entry -> {
            Suppression one = entry.suppression();
            line(entry.place());
            line("  accepts   " + what(one));
            line("  because   " + one.reason());
            line("  owner     " + one.owner());
            line("  until     " + one.expires().map(this::end).orElse("for ever"));
            if (Files.exists(from)) {
                line("  covers    " + covered.getOrDefault(one, 0L) + " findings of " + from);
            }
        });
        if (entries.isEmpty()) {
            line("Nothing is accepted.");
        }
    }

    private String end(LocalDate last) {
        long days = ChronoUnit.DAYS.between(today, last);
        return last
                + (days < 0
                        ? ", which is past: it covers nothing any more"
                        : days <= SuppressionUse.NOTICE_DAYS ? ", in " + days + " days" : "");
    }
}
