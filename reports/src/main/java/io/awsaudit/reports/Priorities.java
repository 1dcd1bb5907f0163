package io.awsaudit.reports;

import io.awsaudit.inventory.Arn;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Exposure;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Tally;
import io.awsaudit.rules.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The open failures of a result, with what is to be mended first at the head. What counts is, in this order,
 *
 * <ol>
 *   <li>the severity;
 *   <li>exposure: first what lets strangers in by itself, then what is wrong with a resource that something else opens to
 *       strangers, then an address on the internet, then the rest;
 *   <li>how many other resources were seen to be exposed by it;
 *   <li>how many findings one change can clear;
 *   <li>the order of findings in a result, so that equal results give equal lists.
 * </ol>
 *
 * <p>Of more than {@value #RANKED} failures, it ranks the first ones of each check; how many more there are it counts.
 */
public final class Priorities {
    /**
     * A failure, and what speaks for mending it soon. Names in it come from an account.
     *
     * @param check its check
     * @param exposure what it shows strangers by itself
     * @param exposedBy what other failures of its resource, accepted ones too, show strangers of that; empty where it
     *     does so itself
     * @param exposes other resources that the internet was seen to reach through this one, sorted by ARN
     * @param clears the open failures that one change can clear, itself among them: those that the same operation of the AWS
     *     CLI mends in the same place, and that rest there on nothing but what this one rests on
     * @param alike how many more open failures its check has
     */
    public record Priority(
            Finding finding,
            Check check,
            Optional<Exposure> exposure,
            Optional<Exposure> exposedBy,
            List<Finding.Subject> exposes,
            List<Finding> clears,
            long alike) {
        /** {@return why it stands where it stands, such as {@code critical, open to the internet, one change can clear 4 findings}} */
        public String reason() {
            List<String> reasons = new ArrayList<>();
            reasons.add(finding.severity().word());
            exposure.ifPresent(own -> reasons.add(own.words()));
            exposedBy.ifPresent(other -> reasons.add(
                    "on a resource that " + (other == Exposure.ADDRESS ? other.words() : "is " + other.words())));
            if (exposes.size() == 1) {
                reasons.add("exposes " + exposes.get(0).name());
            } else if (exposes.size() > 1) {
                reasons.add("exposes " + exposes.size() + " resources");
            }
            if (clears.size() > 1) {
                reasons.add("one change can clear " + clears.size() + " findings");
            }
            if (finding.change()
                    .filter(change -> change.state() == Change.State.NEW)
                    .isPresent()) {
                reasons.add("new");
            }
            return String.join(", ", reasons);
        }

        /** {@return how to mend it, up to the first full stop or semicolon, on one line} */
        public String fix() {
            String line = check.fix().strip().replaceAll("\\s+", " ");
            int end = line.indexOf(". ");
            int half = line.indexOf("; ");
            return half >= 0 && (end < 0 || half < end)
                    ? line.substring(0, half) + "."
                    : end < 0 ? line : line.substring(0, end + 1);
        }

        private int rank() {
            if (exposure.isPresent() && exposure.get() != Exposure.ADDRESS) {
                return 0;
            }
            if (exposedBy.isPresent() && exposedBy.get() != Exposure.ADDRESS) {
                return 1;
            }
            return exposure.or(() -> exposedBy).isPresent() ? 2 : 3;
        }
    }

    /** Where something is to be changed, and by which operation. */
    private record Mend(String operation, Arn place) {}

    /** An operation that changes what is there; one that creates something mends nothing else along with it. */
    private static final Pattern OPERATION =
            Pattern.compile("aws (\\S+ (?:modify|update|set|put|revoke|disable|enable)-\\S+).*", Pattern.DOTALL);

    private static final Comparator<Priority> ORDER = Comparator.<Priority, Severity>comparing(
                    priority -> priority.finding().severity())
            .thenComparing(Priority::rank)
            .thenComparing(priority -> -priority.exposes().size())
            .thenComparing(priority -> -priority.clears().size())
            .thenComparing(Priority::finding, Finding.ORDER);

    /** More than anybody reads, and than a small heap holds beside the rest. */
    private static final int RANKED = 100_000;

    private final List<Priority> all;

    private Priorities(List<Priority> all) {
        this.all = all;
    }

    /** Puts the open failures of a result in order. */
    public static Priorities of(AuditResult result) {
        return new Ranking(result).rank();
    }

    /** {@return every open failure that is ranked, that to mend first at the head} */
    public List<Priority> all() {
        return all;
    }

    /**
     * Returns where to begin: the first failure of each check, but for those that a change above them can clear.
     *
     * @param most how many there are at most
     */
    public List<Priority> first(int most) {
        Set<String> checks = new HashSet<>();
        Set<Finding> cleared = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Priority> first = new ArrayList<>();
        for (Priority priority : all) {
            if (first.size() == most) {
                break;
            }
            if (!cleared.contains(priority.finding())
                    && checks.add(priority.finding().checkId())) {
                first.add(priority);
                cleared.addAll(priority.clears());
            }
        }
        return List.copyOf(first);
    }

    /** What the ranking of one result needs to know, gathered in one pass each. */
    private static final class Ranking {
        private final Map<String, Check> checks = new LinkedHashMap<>();
        private final Map<String, Optional<String>> operations = new HashMap<>();
        private final List<Finding> open = new ArrayList<>();
        private final Map<Arn, Set<Exposure>> exposures = new HashMap<>();
        private final Map<Arn, Map<Arn, Finding.Subject>> exposed = new HashMap<>();
        private final Map<Mend, Map<Set<Evidence>, List<Finding>>> mends = new HashMap<>();
        private final Map<Mend, Map<Set<Evidence>, List<Finding>>> clears = new HashMap<>();
        private final Map<String, Tally> counts;

        Ranking(AuditResult result) {
            result.checks().forEach(check -> {
                checks.put(check.id(), check);
                operations.put(check.id(), operation(check));
            });
            counts = result.findings().counts().checks();
            long most = mostOfCheck(counts.values().stream()
                    .map(tally -> tally.of(Verdict.FAIL))
                    .sorted()
                    .toList());
            Map<String, Long> met = new HashMap<>();
            for (Finding finding : result.findings().notable()) {
                if (finding.status() == Verdict.FAIL && met.merge(finding.checkId(), 1L, Long::sum) <= most) {
                    note(finding);
                }
            }
        }

        /** How many of each check there is room for, where the checks have so many, in ascending order. */
        private static long mostOfCheck(List<Long> failures) {
            long left = RANKED;
            for (int i = 0; i < failures.size(); i++) {
                long share = left / (failures.size() - i);
                if (failures.get(i) > share) {
                    return share;
                }
                left -= failures.get(i);
            }
            return Long.MAX_VALUE;
        }

        private static Optional<String> operation(Check check) {
            return check.cli().map(OPERATION::matcher).filter(Matcher::matches).map(command -> command.group(1));
        }

        /** What was accepted is exposed all the same. */
        private void note(Finding finding) {
            Arn subject = finding.resource().arn();
            check(finding).exposure().ifPresent(exposure -> {
                exposures.computeIfAbsent(subject, arn -> new TreeSet<>()).add(exposure);
                if (exposure == Exposure.INTERNET) {
                    finding.evidence().stream()
                            .map(Evidence::resource)
                            .filter(blamed -> !blamed.equals(subject))
                            .forEach(blamed -> exposed.computeIfAbsent(blamed, arn -> new HashMap<>())
                                    .put(subject, finding.resource()));
                }
            });
            if (finding.suppression().isPresent()) {
                return;
            }
            open.add(finding);
            mend(finding)
                    .ifPresent(mend -> mends.computeIfAbsent(mend, key -> new HashMap<>())
                            .computeIfAbsent(seen(finding, mend.place()), seen -> new ArrayList<>())
                            .add(finding));
        }

        private Check check(Finding finding) {
            Check check = checks.get(finding.checkId());
            if (check == null) {
                throw new IllegalArgumentException(
                        "The result has a finding of " + finding.checkId() + " but no such check");
            }
            return check;
        }

        /** In the resource itself, unless all that was seen was seen of one other. */
        private Optional<Mend> mend(Finding finding) {
            Set<Arn> seen = finding.evidence().stream().map(Evidence::resource).collect(Collectors.toSet());
            Arn place = seen.size() == 1
                    ? seen.iterator().next()
                    : finding.resource().arn();
            return seen.contains(place)
                    ? operations
                            .getOrDefault(finding.checkId(), Optional.empty())
                            .map(name -> new Mend(name, place))
                    : Optional.empty();
        }

        private static Set<Evidence> seen(Finding finding, Arn place) {
            return finding.evidence().stream()
                    .filter(evidence -> evidence.resource().equals(place))
                    .collect(Collectors.toSet());
        }

        Priorities rank() {
            return new Priorities(
                    open.stream().map(this::priority).sorted(ORDER).toList());
        }

        private Priority priority(Finding finding) {
            Arn subject = finding.resource().arn();
            Check check = check(finding);
            return new Priority(
                    finding,
                    check,
                    check.exposure(),
                    check.exposure().isPresent()
                            ? Optional.empty()
                            : exposures.getOrDefault(subject, Set.of()).stream().findFirst(),
                    check.exposure().filter(Exposure.INTERNET::equals).isEmpty()
                            ? List.of()
                            : exposed.getOrDefault(subject, Map.of()).values().stream()
                                    .sorted(Comparator.comparing(Finding.Subject::arn))
                                    .toList(),
                    mend(finding)
                            .map(mend -> clearedBy(mend, seen(finding, mend.place())))
                            .orElse(List.of(finding)),
                    Objects.requireNonNull(counts.get(check.id())).of(Verdict.FAIL) - 1);
        }

        /** One list for all findings that rest on the same, since a setting of an account may have thousands. */
        private List<Finding> clearedBy(Mend mend, Set<Evidence> seen) {
            return clears.computeIfAbsent(mend, key -> new HashMap<>())
                    .computeIfAbsent(
                            seen,
                            all -> mends.getOrDefault(mend, Map.of()).entrySet().stream()
                                    .filter(other -> all.containsAll(other.getKey()))
                                    .flatMap(other -> other.getValue().stream())
                                    .sorted(Finding.ORDER)
                                    .toList());
        }
    }
}
