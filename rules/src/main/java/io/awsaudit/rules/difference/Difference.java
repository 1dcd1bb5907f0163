package io.awsaudit.rules.difference;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.change.InventoryChanges;
import io.awsaudit.inventory.change.ResourceChange;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Baseline;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between two results.
 *
 * @param facts whether resources were compared too; not where one of the results was read from a file, which holds none
 * @param resources what became of each that is not the same in both, in order of ARN
 * @param verdicts what became of each that is not the same in both: the worst check first, then by check and ARN
 */
public record Difference(
        Side before, Side after, boolean facts, List<ResourceChange> resources, List<VerdictChange> verdicts) {
    /** The order of changed verdicts: by kind, then the worst check first. */
    public static final Comparator<VerdictChange> ORDER = Comparator.comparing(VerdictChange::kind)
            .thenComparing(change -> change.finding().status())
            .thenComparing(change -> change.finding().severity())
            .thenComparing(VerdictChange::finding, Finding.ORDER);

    /**
     * One of the two.
     *
     * @param asOf when what it judges was collected
     * @param resources how many there are
     */
    public record Side(Instant asOf, List<Inventory.AccountScope> accounts, long resources) {
        public Side {
            accounts = List.copyOf(accounts);
        }

        static Side of(AuditResult result) {
            return new Side(result.asOf(), result.accounts(), result.resources());
        }
    }

    public Difference {
        resources = List.copyOf(resources);
        verdicts = List.copyOf(verdicts);
    }

    /** Compares two results of the same checks; where both hold what they judged, also that. */
    public static Difference between(AuditResult before, AuditResult after) {
        boolean facts = holdsFacts(before) && holdsFacts(after);
        List<ResourceChange> resources =
                facts ? InventoryChanges.between(inventory(before), inventory(after)) : List.of();
        AuditResult compared = Baseline.of(before).compare(after);
        Comparison comparison = compared.comparison().orElseThrow();
        List<Finding> changed = compared.findings().stream()
                .filter(finding -> kind(finding).isPresent())
                .toList();
        Explanation explanation = new Explanation(resources, checks(before, after), findings(before, changed));
        List<VerdictChange> verdicts = new ArrayList<>();
        for (Finding finding : changed) {
            Change change = finding.change().orElseThrow();
            verdicts.add(explanation.of(kind(finding).orElseThrow(), finding, change.before(), change.reason()));
        }
        comparison
                .gone()
                .forEach(finding -> verdicts.add(explanation.of(
                        VerdictChange.Kind.GONE, finding, Optional.of(finding.status()), "its resource is gone")));
        comparison
                .unseen()
                .forEach(finding -> verdicts.add(explanation.of(
                        VerdictChange.Kind.UNSEEN,
                        finding,
                        Optional.of(finding.status()),
                        "its check, account, region or type was not looked at")));
        verdicts.sort(ORDER);
        return new Difference(Side.of(before), Side.of(after), facts, resources, verdicts);
    }

    private static boolean holdsFacts(AuditResult result) {
        return result.resources() == result.inventory().size();
    }

    private static Inventory inventory(AuditResult result) {
        return new Inventory(result.asOf(), result.accounts(), result.coverage(), result.inventory());
    }

    /** What became of a verdict, where something did; that a resource is new and passes is no news. */
    private static Optional<VerdictChange.Kind> kind(Finding finding) {
        Change change = finding.change().orElseThrow();
        return switch (change.state()) {
            case NEW -> Optional.of(VerdictChange.Kind.NEW);
            case FIXED -> Optional.of(VerdictChange.Kind.FIXED);
            case UPDATED -> change.before().map(then -> VerdictChange.Kind.UPDATED);
            case UNCHANGED -> Optional.empty();
        };
    }

    private static Map<String, Check> checks(AuditResult before, AuditResult after) {
        Map<String, Check> checks = new HashMap<>();
        before.checks().forEach(check -> checks.put(check.id(), check));
        after.checks().forEach(check -> checks.put(check.id(), check));
        return checks;
    }

    /** The findings of then that some of now belong to. */
    private static Map<String, Finding> findings(AuditResult before, List<Finding> changed) {
        Set<String> wanted = new HashSet<>();
        changed.forEach(finding -> wanted.add(finding.fingerprint()));
        Map<String, Finding> findings = new HashMap<>();
        before.findings().stream()
                .filter(finding -> wanted.contains(finding.fingerprint()))
                .forEach(finding -> findings.putIfAbsent(finding.fingerprint(), finding));
        return findings;
    }

    /** {@return how many verdicts are of a kind} */
    public long count(VerdictChange.Kind kind) {
        return verdicts.stream().filter(change -> change.kind() == kind).count();
    }

    /** {@return how many resources are of a kind} */
    public long count(ResourceChange.Kind kind) {
        return resources.stream().filter(change -> change.kind() == kind).count();
    }

    /** {@return how many failures of a severity are new} */
    public long newFailures(Severity severity) {
        return verdicts.stream()
                .filter(change -> change.kind() == VerdictChange.Kind.NEW
                        && change.finding().status() == Verdict.FAIL
                        && change.finding().severity() == severity)
                .count();
    }

    /** {@return whether nothing differs at all} */
    public boolean isEmpty() {
        return resources.isEmpty() && verdicts.isEmpty();
    }
}
