package io.awsaudit.rules;

import io.awsaudit.inventory.change.Absence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An earlier result that others are compared with.
 *
 * <p>It never calls a thing fixed or gone that nobody looked at: a failure of then counts as gone only where its check was
 * evaluated again, its account and region were looked at again, and the listing of its type came to its end. What the
 * earlier result says not to have looked at itself stands as it was when somebody did. Findings are
 * matched by fingerprint; it takes time and memory in proportion to their number.
 */
public final class Baseline {
    private static final String SAME = "the same as then";

    private final AuditResult earlier;
    private final Absence absence;
    /** Ids of the checks that were evaluated then, as they were then. */
    private final Set<String> checks = new HashSet<>();

    private Baseline(AuditResult earlier) {
        this.earlier = earlier;
        this.absence = Absence.from(earlier.accounts(), earlier.coverage());
        earlier.checks().forEach(check -> checks.add(check.id()));
    }

    /** Returns a baseline; suppressions count as they did in that result. */
    public static Baseline of(AuditResult earlier) {
        return new Baseline(earlier);
    }

    /** {@return when what it judges was collected} */
    public Instant asOf() {
        return earlier.asOf();
    }

    /** {@return the earlier result} */
    public AuditResult result() {
        return earlier;
    }

    /** Returns a later result with what became of each finding since, and of each failure that it does not hold. */
    public AuditResult compare(AuditResult now) {
        Map<String, Finding> before = byFingerprint(now.checks());
        Set<String> asked = new HashSet<>();
        now.checks().stream()
                .filter(check -> checks.stream().anyMatch(check::answersTo))
                .forEach(check -> asked.add(check.id()));
        Findings.Builder findings = new Findings.Builder();
        for (Finding finding : now.findings()) {
            @Nullable Finding then = before.remove(finding.fingerprint());
            Change change = then == null ? change(finding, asked) : change(then, finding);
            findings.add(finding.compared(change, since(then, finding, now.asOf())));
        }
        return now.compared(findings.build(), comparison(now, before.values()));
    }

    /** The findings of then, under the ids that checks have now. Where two have one fingerprint, the worse stands. */
    private Map<String, Finding> byFingerprint(Collection<Check> now) {
        Map<String, String> renamed = new HashMap<>();
        now.forEach(check -> check.aliases().forEach(alias -> renamed.put(alias, check.id())));
        now.forEach(check -> renamed.remove(check.id()));
        Map<String, Finding> before = new HashMap<>(earlier.findings().size() * 4 / 3 + 1);
        for (Finding finding : earlier.findings()) {
            @Nullable String id = renamed.get(finding.checkId());
            String fingerprint = id == null ? finding.fingerprint() : Finding.fingerprint(id, finding.resource());
            before.merge(
                    fingerprint, finding, (one, other) -> one.status().compareTo(other.status()) <= 0 ? one : other);
        }
        // What failed before that result and was not looked at in it is known to fail until somebody looks again.
        earlier.comparison()
                .ifPresent(comparison ->
                        comparison.unseen().forEach(finding -> before.putIfAbsent(finding.fingerprint(), finding)));
        return before;
    }

    private Change change(Finding now, Set<String> asked) {
        String reason = whyNotThere(now, asked);
        return asks(now)
                ? new Change(Change.State.NEW, Optional.empty(), reason)
                : new Change(Change.State.UPDATED, Optional.empty(), reason + ", and asks for nothing");
    }

    private static Change change(Finding then, Finding now) {
        Optional<Verdict> before = Optional.of(then.status());
        boolean accepted = then.suppression().isPresent();
        if (asks(now) && accepted) {
            return new Change(
                    Change.State.NEW,
                    before,
                    "it was suppressed, and no longer is"
                            + (then.status() == now.status() ? "" : "; " + words(then.status())));
        }
        if (then.status() == now.status()) {
            return new Change(
                    Change.State.UNCHANGED,
                    before,
                    !accepted && now.suppression().isPresent() ? SAME + ", but suppressed since" : SAME);
        }
        if (then.status() == Verdict.FAIL && isAllRight(now.status())) {
            return new Change(
                    Change.State.FIXED,
                    before,
                    now.status() == Verdict.PASS
                            ? "it failed then, and passes now"
                            : "it failed then, and is out of scope now");
        }
        boolean isNew = asks(now) && (!asks(then) || now.status() == Verdict.FAIL);
        return new Change(isNew ? Change.State.NEW : Change.State.UPDATED, before, words(then.status()));
    }

    private static boolean isAllRight(Verdict verdict) {
        return verdict == Verdict.PASS || verdict == Verdict.NOT_APPLICABLE;
    }

    /** Whether somebody has something to do for a finding: mend it, let it be seen, or look. */
    private static boolean asks(Finding finding) {
        return !isAllRight(finding.status()) && finding.suppression().isEmpty();
    }

    private static String words(Verdict then) {
        return switch (then) {
            case PASS -> "it passed then";
            case FAIL -> "it failed then";
            case UNKNOWN -> "it could not be decided then";
            case NOT_APPLICABLE -> "it was out of scope then";
            case MANUAL -> "it was left to a person then";
        };
    }

    private String whyNotThere(Finding now, Set<String> asked) {
        Finding.Subject subject = now.resource();
        if (!asked.contains(now.checkId())) {
            return "its check was not asked then";
        }
        if (!absence.looksAtAccount(subject.account())) {
            return "its account was not looked at then";
        }
        if (!absence.looksAtRegion(subject.account(), subject.region())) {
            return "its region was not looked at then";
        }
        if (isListing(now)) {
            return "its type was listed to the end then";
        }
        return absence.doubt(subject.account(), subject.region(), subject.type())
                        .isPresent()
                ? "its type was not listed to the end then"
                : "its resource is new";
    }

    /** Whether a finding is about all resources of a type, whose listing has a gap, and not about one of them. */
    private static boolean isListing(Finding finding) {
        return finding.status() == Verdict.UNKNOWN
                && finding.resource()
                        .name()
                        .equals(Engine.every(finding.resource().type()));
    }

    private Instant since(@Nullable Finding then, Finding now, Instant asOf) {
        if (then == null || then.status() != now.status()) {
            return asOf;
        }
        Instant since = then.firstSeen().orElse(earlier.asOf());
        return since.isAfter(asOf) ? asOf : since; // a baseline may be the later of the two
    }

    private Comparison comparison(AuditResult now, Collection<Finding> missing) {
        Absence today = Absence.from(now.accounts(), now.coverage());
        Map<String, Check> chosen = new HashMap<>();
        now.checks().forEach(check -> {
            check.aliases().forEach(alias -> chosen.put(alias, check));
            chosen.put(check.id(), check);
        });
        List<Finding> gone = new ArrayList<>();
        List<Finding> unseen = new ArrayList<>();
        for (Finding finding : missing) {
            if (!finding.isOpenFailure()) {
                continue;
            }
            Finding.Subject subject = finding.resource();
            boolean looked = chosen.containsKey(finding.checkId())
                    && today.doubt(subject.account(), subject.region(), subject.type())
                            .isEmpty();
            (looked ? gone : unseen).add(finding.since(finding.firstSeen().orElse(earlier.asOf())));
        }
        return new Comparison(earlier.asOf(), gone, unseen);
    }
}
