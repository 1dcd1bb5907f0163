package io.awsaudit.cli;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.change.Absence;
import io.awsaudit.inventory.change.InventoryChanges;
import io.awsaudit.inventory.change.PropertyChange;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What became of one resource from snapshot to snapshot of its account. Each is read, judged and forgotten in turn. */
final class Timeline {
    /**
     * Something that a snapshot says of the resource, and the one before did not.
     *
     * @param type of the resource, since several may share an ARN
     * @param property what changed, where that is what happened
     * @param check whose verdict changed, where that is what happened
     */
    record Event(
            Instant asOf,
            Kind kind,
            Arn resource,
            String type,
            String words,
            Optional<PropertyChange> property,
            Optional<String> check) {}

    /** What happened. */
    enum Kind {
        /** It is there, and nobody knows since when. */
        SEEN,
        /** It is there, and was not. */
        APPEARED,
        /** A property is another. */
        CHANGED,
        /** A check says something else. */
        VERDICT,
        /** It may be there, but nobody looked, or could. */
        UNSEEN,
        /** It is not there any more. */
        GONE;

        /** {@return the kind as files and people read it} */
        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Arn arn;
    private final List<Check> checks;
    private final BiFunction<Inventory, List<Check>, AuditResult> judge;
    private final List<Event> events = new ArrayList<>();
    /** What was last seen, by type. */
    private final Map<String, Resource> known = new TreeMap<>();
    /** Types that were there at the last snapshot that could tell, and whether that was the one before. */
    private final Map<String, Boolean> blind = new TreeMap<>();

    private final Map<String, Verdict> verdicts = new TreeMap<>();
    private @Nullable Absence before;

    Timeline(Arn arn, List<Check> checks, BiFunction<Inventory, List<Check>, AuditResult> judge) {
        this.arn = arn;
        this.checks = checks;
        this.judge = judge;
    }

    /** Goes on with the next snapshot. */
    void add(History.Entry entry) {
        Inventory inventory = entry.read();
        Absence absence = Absence.from(inventory.accounts(), inventory.coverage());
        Map<String, Resource> present = new TreeMap<>();
        inventory.resources().stream()
                .filter(resource -> resource.arn().equals(arn))
                .forEach(resource -> present.put(resource.type(), resource));
        present.values().forEach(resource -> seen(entry.asOf(), resource));
        known.keySet().stream()
                .filter(type -> !present.containsKey(type))
                .toList()
                .forEach(type -> missing(entry.asOf(), type, absence));
        if (!present.isEmpty()) {
            judge(entry.asOf(), inventory, present);
        }
        before = absence;
    }

    private void seen(Instant asOf, Resource resource) {
        String type = resource.type();
        @Nullable Resource last = known.put(type, resource);
        boolean wasBlind = Boolean.TRUE.equals(blind.remove(type));
        if (last == null) {
            Optional<String> doubt = before == null
                    ? Optional.of("the folder begins here")
                    : before.doubt(resource.account(), resource.region(), type);
            event(
                    asOf,
                    doubt.isPresent() ? Kind.SEEN : Kind.APPEARED,
                    type,
                    "the resource is there"
                            + doubt.map(why -> "; before, " + why).orElse(", and was not before"));
            return;
        }
        if (wasBlind) {
            event(asOf, Kind.SEEN, type, "the resource is there, and can be seen again");
        }
        InventoryChanges.between(last, resource)
                .ifPresent(change -> change.properties()
                        .forEach(property -> events.add(new Event(
                                asOf,
                                property.kind().isKnown() ? Kind.CHANGED : Kind.UNSEEN,
                                arn,
                                type,
                                property.sentence(),
                                Optional.of(property),
                                Optional.empty()))));
    }

    private void missing(Instant asOf, String type, Absence absence) {
        Resource last = java.util.Objects.requireNonNull(known.get(type));
        Optional<String> doubt = absence.doubt(last.account(), last.region(), type);
        if (doubt.isEmpty()) {
            event(asOf, Kind.GONE, type, "the resource is not there any more");
            known.remove(type);
            blind.remove(type);
            verdicts.keySet()
                    .removeIf(check -> checks.stream()
                            .anyMatch(one ->
                                    one.id().equals(check) && one.resourceType().equals(type)));
        } else if (!Boolean.TRUE.equals(blind.put(type, true))) {
            event(asOf, Kind.UNSEEN, type, "nobody knows whether it is there: " + doubt.get());
        }
    }

    private void judge(Instant asOf, Inventory inventory, Map<String, Resource> present) {
        List<Check> own = checks.stream()
                .filter(check -> present.containsKey(check.resourceType()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        for (Finding finding : judge.apply(inventory, own).findings()) {
            if (!finding.resource().arn().equals(arn)) {
                continue;
            }
            @Nullable Verdict last = verdicts.put(finding.checkId(), finding.status());
            if (last != finding.status() && !(last == null && isQuiet(finding.status()))) {
                events.add(new Event(
                        asOf,
                        Kind.VERDICT,
                        arn,
                        finding.resource().type(),
                        finding.checkId() + ": " + finding.status().word()
                                + (last == null ? "" : ", was " + last.word())
                                + (finding.suppression().isPresent() ? " (suppressed)" : ""),
                        Optional.empty(),
                        Optional.of(finding.checkId())));
            }
        }
    }

    private static boolean isQuiet(Verdict verdict) {
        return verdict == Verdict.PASS || verdict == Verdict.NOT_APPLICABLE;
    }

    private void event(Instant asOf, Kind kind, String type, String words) {
        events.add(new Event(asOf, kind, arn, type, words, Optional.empty(), Optional.empty()));
    }

    boolean wasSeen() {
        return !events.isEmpty();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** {@return what the timeline is of} */
    String title() {
        return arn
                + (known.isEmpty() ? "" : " (" + String.join(", ", known.keySet()) + ")")
                + known.values().stream()
                        .findFirst()
                        .map(resource -> ", account " + resource.account()
                                + (resource.region().equals(Identity.GLOBAL) ? "" : ", " + resource.region()))
                        .orElse("");
    }
}
