package io.awsaudit.rules;

import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Resource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where rules put what they found, under the global name {@code verdicts}. */
public final class Verdicts {
    /** What the rules of one check, and remarks on it, said of one resource. */
    static final class Opinion {
        final Set<String> failedBy = new LinkedHashSet<>(4);
        final Set<String> excludedBy = new LinkedHashSet<>(0);
        final Set<Evidence> evidence = new LinkedHashSet<>(4);
        final Set<Evidence> told = new LinkedHashSet<>(0);
        final List<String> reasons = new ArrayList<>(0);
        final Set<Gap> doubts = new LinkedHashSet<>(0);
    }

    private final Map<String, Map<Resource, Opinion>> opinions = new LinkedHashMap<>();
    private String rule = "";
    private Map<Resource, Opinion> ofFiring = Map.of();

    @SuppressWarnings("ReferenceEquality") // a rule fires many times in a row, with the same name
    void firing(String name) {
        if (rule != name) {
            rule = name;
            ofFiring = ofCheck(RuleBase.checkOf(name));
        }
    }

    /** Says that a resource violates the check whose rule fires, and what was seen. */
    public void fail(Resource subject, String property, @Nullable Object seen) {
        fail(subject, Evidence.of(subject, property, seen));
    }

    /** Says that a resource violates the check whose rule fires, and what was seen there and elsewhere. */
    public void fail(Resource subject, Evidence... seen) {
        Opinion opinion = opinion(subject);
        opinion.failedBy.add(rule);
        opinion.evidence.addAll(List.of(seen));
    }

    /** Says that the check whose rule fires does not ask about a resource, and why. */
    public void outOfScope(Resource subject, String reason) {
        Opinion opinion = opinion(subject);
        opinion.excludedBy.add(rule);
        opinion.reasons.add(reason);
    }

    /**
     * Adds what was seen to the verdict of the check whose rule fires, whether the resource passes, fails or is not asked about:
     * figures that people want to read in any case, such as how old keys are. It decides nothing.
     */
    public void tell(Resource subject, String property, @Nullable Object seen) {
        tell(subject, Evidence.of(subject, property, seen));
    }

    /** Adds what was seen, there and elsewhere, to the verdict of the check whose rule fires, whatever it is. */
    public void tell(Resource subject, Evidence... seen) {
        opinion(subject).told.addAll(List.of(seen));
    }

    /**
     * Adds what was seen to a failure of a check, should it fail; it decides nothing. For rules beside the derivations, that
     * say how near a resource came.
     */
    public void explain(String check, Resource subject, Evidence... seen) {
        opinion(check, subject).evidence.addAll(List.of(seen));
    }

    /**
     * Makes a failure of a check undecided, should it fail: what it misses may be where nobody looked. A pass stays one. For
     * rules beside the derivations.
     */
    public void doubt(String check, Resource subject, Gap gap) {
        opinion(check, subject).doubts.add(gap);
    }

    private Opinion opinion(Resource subject) {
        return ofFiring.computeIfAbsent(subject, resource -> new Opinion());
    }

    private Opinion opinion(String check, Resource subject) {
        return ofCheck(check).computeIfAbsent(subject, resource -> new Opinion());
    }

    private Map<Resource, Opinion> ofCheck(String check) {
        return opinions.computeIfAbsent(check, id -> new IdentityHashMap<>());
    }

    Map<Resource, Opinion> of(String checkId) {
        return opinions.getOrDefault(checkId, Map.of());
    }
}
