package io.awsaudit.rules;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every check's verdict on every resource in its scope. The same inventory, checks and settings give an equal result.
 *
 * @param toolVersion of the program that judged
 * @param asOf when the inventory was collected
 * @param checks those that were evaluated, sorted by id
 * @param frameworks each with all of its controls
 * @param findings sorted by {@link Finding#ORDER}
 * @param resources how many resources the inventory holds
 * @param suppressions what became of each that the user gave, in their order
 * @param comparison with an earlier result, where the user named one
 * @param inventory the resources that were judged; empty where the result was read from a file, which does not hold them, or
 *     where they were judged account by account
 */
public record AuditResult(
        String toolVersion,
        Instant asOf,
        List<Inventory.AccountScope> accounts,
        Coverage coverage,
        List<Check> checks,
        List<FrameworkResult> frameworks,
        Findings findings,
        long resources,
        List<SuppressionUse> suppressions,
        Optional<Comparison> comparison,
        List<Resource> inventory) {

    /** How a framework came out. */
    public record FrameworkResult(Framework framework, List<ControlResult> controls) {
        /** {@return how many controls have a status; those without one, none of whose checks was chosen, are left out} */
        public long count(Verdict status) {
            return controls.stream()
                    .filter(control -> control.status().filter(status::equals).isPresent())
                    .count();
        }
    }

    /**
     * How a control came out.
     *
     * @param status what its checks say together; {@link Verdict#NOT_APPLICABLE} where there is no resource in scope;
     *     empty where none of its checks was chosen
     * @param counts findings by verdict, suppressed ones left out
     */
    public record ControlResult(Framework.Control control, Optional<Verdict> status, Map<Verdict, Integer> counts) {}

    /** Makes a result without suppressions, beside no other, that does not hold what was judged. */
    public AuditResult(
            String toolVersion,
            Instant asOf,
            List<Inventory.AccountScope> accounts,
            Coverage coverage,
            List<Check> checks,
            List<FrameworkResult> frameworks,
            List<Finding> findings,
            long resources) {
        this(
                toolVersion,
                asOf,
                accounts,
                coverage,
                checks,
                frameworks,
                Findings.of(findings),
                resources,
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** Makes a result of findings in any order. */
    public AuditResult(
            String toolVersion,
            Instant asOf,
            List<Inventory.AccountScope> accounts,
            Coverage coverage,
            List<Check> checks,
            List<FrameworkResult> frameworks,
            List<Finding> findings,
            long resources,
            List<SuppressionUse> suppressions,
            Optional<Comparison> comparison,
            List<Resource> inventory) {
        this(
                toolVersion,
                asOf,
                accounts,
                coverage,
                checks,
                frameworks,
                Findings.of(findings),
                resources,
                suppressions,
                comparison,
                inventory);
    }

    public AuditResult {
        accounts = List.copyOf(accounts);
        checks = List.copyOf(checks);
        frameworks = List.copyOf(frameworks);
        suppressions = List.copyOf(suppressions);
        inventory = List.copyOf(inventory);
    }

    /** {@return this result with the resources that it judges, which one that was read from a file lacks} */
    public AuditResult with(List<Resource> judged) {
        return new AuditResult(
                toolVersion,
                asOf,
                accounts,
                coverage,
                checks,
                frameworks,
                findings,
                resources,
                suppressions,
                comparison,
                judged);
    }

    /** {@return this result beside another, with findings that say what became of them} */
    AuditResult compared(Findings withChanges, Comparison to) {
        return new AuditResult(
                toolVersion,
                asOf,
                accounts,
                coverage,
                checks,
                frameworks,
                withChanges,
                resources,
                suppressions,
                Optional.of(to),
                inventory);
    }

    /** {@return how many findings have each verdict, suppressed ones left out} */
    public Map<Verdict, Long> counts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            long count = findings.counts().all().of(verdict);
            if (count > 0) {
                counts.put(verdict, count);
            }
        }
        return counts;
    }

    /** {@return the check of a finding} */
    public Check check(String id) {
        // Sorted by id, but a handful of hundreds at most: reporters that ask per finding keep a map.
        return checks.stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
