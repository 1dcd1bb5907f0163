package io.awsaudit.rules;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Accumulate;
import org.drools.base.rule.Collect;
import org.drools.base.rule.Forall;
import org.drools.base.rule.From;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.kie.api.KieBase;

/** Reads off a compiled rule which fact types its left-hand side matches, and which of them under a negation. */
final class RuleReader {
    /**
     * The fact types of a rule; one may be in both sets.
     *
     * @param positive matched plainly: a fact that is missing may hide a violation
     * @param negative matched under {@code not}, {@code forall} or {@code accumulate}: one that is missing may feign it
     * @param repeated matched plainly more than once, so that a second fact of that type bears on the first
     */
    record Reading(Set<Class<?>> positive, Set<Class<?>> negative, Set<Class<?>> repeated) {}

    private RuleReader() {}

    /** {@return all rules of a base} */
    static Stream<RuleImpl> rules(KieBase base) {
        return base.getKiePackages().stream()
                .flatMap(pack -> pack.getRules().stream())
                .map(RuleImpl.class::cast);
    }

    static Reading read(RuleImpl rule) {
        Reading reading = new Reading(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        visit(rule.getLhs(), true, false, reading);
        return reading;
    }

    private static void visit(RuleConditionElement element, boolean positive, boolean negative, Reading reading) {
        if (element instanceof Pattern pattern) {
            pattern(pattern, positive, negative, reading);
        } else if (element instanceof GroupElement group && group.isNot()) {
            group.getChildren().forEach(child -> visit(child, negative, positive, reading));
        } else if (element instanceof Forall) {
            element.getNestedElements().forEach(child -> visit(child, true, true, reading));
        } else {
            element.getNestedElements().forEach(child -> visit(child, positive, negative, reading));
        }
    }

    private static void pattern(Pattern pattern, boolean positive, boolean negative, Reading reading) {
        if (pattern.getSource() instanceof From) {
            return; // a part of another fact
        }
        if (pattern.getSource() instanceof Accumulate || pattern.getSource() instanceof Collect) {
            // How a total compares can turn either way with one fact more.
            pattern.getSource().getNestedElements().forEach(child -> visit(child, true, true, reading));
            return;
        }
        if (pattern.getObjectType() instanceof ClassObjectType type
                && !type.getClassType().getName().startsWith("org.drools.")) {
            if (positive && !reading.positive().add(type.getClassType())) {
                reading.repeated().add(type.getClassType());
            }
            if (negative) {
                reading.negative().add(type.getClassType());
            }
        }
    }
}
