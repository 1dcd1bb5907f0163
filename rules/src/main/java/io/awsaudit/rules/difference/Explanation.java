package io.awsaudit.rules.difference;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.change.PropertyChange;
import io.awsaudit.inventory.change.ResourceChange;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the changes of facts behind a changed verdict: of its own resource, of those that its evidence and the way there
 * name, and of its neighbours. What a finding or its check names counts as the cause, and so does the only change of a
 * resource that the evidence speaks of in words of its own; all else only changed beside it.
 */
final class Explanation {
    private static final int CAUSES = 20;

    private final Map<Arn, List<ResourceChange>> changes = new HashMap<>();
    /** By the end of an edge, the changed resources that state it. */
    private final Map<Arn, List<Arn>> statedBy = new HashMap<>();

    private final Map<String, Check> checks;
    private final Map<String, Finding> before;

    Explanation(List<ResourceChange> resources, Map<String, Check> checks, Map<String, Finding> before) {
        this.checks = checks;
        this.before = before;
        for (ResourceChange change : resources) {
            changes.computeIfAbsent(change.resource().arn(), arn -> new ArrayList<>(1))
                    .add(change);
            change.resource()
                    .edges()
                    .map(Edge::to)
                    .distinct()
                    .forEach(end -> statedBy.computeIfAbsent(end, arn -> new ArrayList<>(1))
                            .add(change.resource().arn()));
        }
    }

    VerdictChange of(VerdictChange.Kind kind, Finding finding, Optional<Verdict> then, String reason) {
        List<VerdictChange.Cause> causes = causes(kind, finding);
        return new VerdictChange(
                kind,
                finding,
                then,
                reason,
                causes.stream().limit(CAUSES).toList(),
                Math.max(0, causes.size() - CAUSES));
    }

    private List<VerdictChange.Cause> causes(VerdictChange.Kind kind, Finding finding) {
        Arn subject = finding.resource().arn();
        if (kind == VerdictChange.Kind.UNSEEN) {
            return doubts(subject);
        }
        if (finding.status() == Verdict.UNKNOWN && kind != VerdictChange.Kind.GONE) {
            return finding.gaps().stream()
                    .map(Gap::sentence)
                    .distinct()
                    .map(words -> new VerdictChange.Cause(subject, words, true))
                    .toList();
        }
        @Nullable Finding then = before.get(finding.fingerprint());
        List<Finding> both = then == null ? List.of(finding) : List.of(finding, then);
        Set<Arn> named = new LinkedHashSet<>();
        named.add(subject);
        both.forEach(one -> one.evidence().stream().map(Evidence::resource).forEach(named::add));
        both.forEach(one -> one.path().stream()
                .flatMap(edge -> Stream.of(edge.from(), edge.to()))
                .forEach(named::add));
        List<VerdictChange.Cause> certain = new ArrayList<>();
        List<VerdictChange.Cause> beside = new ArrayList<>();
        for (Arn arn : named) {
            add(arn, true, finding, both, certain, beside);
        }
        if (certain.isEmpty()) {
            Set<Arn> neighbours = new LinkedHashSet<>(statedBy.getOrDefault(subject, List.of()));
            changes.getOrDefault(subject, List.of())
                    .forEach(change -> change.resource().edges().map(Edge::to).forEach(neighbours::add));
            neighbours.removeAll(named);
            for (Arn arn : neighbours) {
                add(arn, false, finding, both, certain, beside);
            }
        }
        certain.addAll(beside);
        return certain;
    }

    private List<VerdictChange.Cause> doubts(Arn subject) {
        return changes.getOrDefault(subject, List.of()).stream()
                .flatMap(change -> change.doubt().stream())
                .map(words -> new VerdictChange.Cause(subject, words, true))
                .toList();
    }

    private void add(
            Arn arn,
            boolean isNamed,
            Finding finding,
            List<Finding> both,
            List<VerdictChange.Cause> certain,
            List<VerdictChange.Cause> beside) {
        for (ResourceChange change : changes.getOrDefault(arn, List.of())) {
            if (!change.isKnown()) {
                continue;
            }
            if (change.kind() != ResourceChange.Kind.CHANGED) {
                (isNamed ? certain : beside)
                        .add(new VerdictChange.Cause(
                                arn, change.label() + " was " + change.kind().words(), isNamed));
                continue;
            }
            Set<String> names = names(change, finding, both);
            if (isSpokenOf(change, both)) {
                names.addAll(onlyComponent(change));
            }
            for (PropertyChange property : change.properties()) {
                boolean named = names.contains(property.component());
                if (property.kind().isKnown() && (named || !isLabel(property))) {
                    (named ? certain : beside)
                            .add(new VerdictChange.Cause(arn, property.sentence(change.label()), named));
                }
            }
        }
    }

    /** Whether evidence speaks of a resource in words of its own, which are no component of its record. */
    private static boolean isSpokenOf(ResourceChange change, List<Finding> both) {
        Set<String> components = Arrays.stream(change.resource().getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        return both.stream()
                .flatMap(one -> one.evidence().stream())
                .filter(evidence -> evidence.resource().equals(change.resource().arn()))
                .anyMatch(evidence -> !components.contains(component(evidence.property())));
    }

    /** The component that changed, where only one did, besides what people write on the resource. */
    private static Set<String> onlyComponent(ResourceChange change) {
        Set<String> components = change.properties().stream()
                .filter(property -> property.kind().isKnown() && !isLabel(property))
                .map(PropertyChange::component)
                .collect(Collectors.toSet());
        return components.size() == 1 ? components : Set.of();
    }

    /** What people write on a resource decides only where a check asks about that. */
    private static boolean isLabel(PropertyChange property) {
        return property.component().equals("tags") || property.component().equals("name");
    }

    /** The components of a resource that the findings' evidence or their check speak of. */
    private Set<String> names(ResourceChange change, Finding finding, List<Finding> both) {
        Set<String> names = new HashSet<>();
        both.forEach(one -> one.evidence().stream()
                .filter(evidence -> evidence.resource().equals(change.resource().arn()))
                .map(Evidence::property)
                .map(Explanation::component)
                .forEach(names::add));
        @Nullable Check check = checks.get(finding.checkId());
        if (check != null) {
            boolean own = change.resource().getClass() == check.resource();
            String type = change.resource().getClass().getSimpleName() + ".";
            check.reads().forEach(read -> {
                if (read.startsWith(type)) {
                    names.add(read.substring(type.length()));
                } else if (own && read.indexOf('.') < 0) {
                    names.add(read);
                }
            });
        }
        return names;
    }

    private static String component(String property) {
        int end = 0;
        while (end < property.length() && (Character.isLetterOrDigit(property.charAt(end)))) {
            end++;
        }
        return property.substring(0, end);
    }
}
