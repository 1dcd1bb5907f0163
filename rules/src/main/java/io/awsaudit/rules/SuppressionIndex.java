package io.awsaudit.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Suppressions by check, and of each check by what the ARNs that they cover begin with: a finding is compared with those few that
 * begin as its resource does, be there ten thousand others.
 */
final class SuppressionIndex {
    private record Place(int position, Suppression suppression) {}

    /** By check, then by the length of what stands before the first wildcard, then by that text. */
    private final Map<String, TreeMap<Integer, Map<String, List<Place>>>> byCheck = new HashMap<>();

    /** Indexes those that hold. */
    SuppressionIndex(List<Suppression> suppressions, Collection<Check> checks) {
        Map<String, List<Place>> exact = new HashMap<>();
        List<Place> patterns = new ArrayList<>();
        for (int i = 0; i < suppressions.size(); i++) {
            Place place = new Place(i, suppressions.get(i));
            if (Suppression.isPattern(place.suppression().check())) {
                patterns.add(place);
            } else {
                exact.computeIfAbsent(place.suppression().check(), id -> new ArrayList<>())
                        .add(place);
            }
        }
        for (Check check : checks) {
            TreeMap<Integer, Map<String, List<Place>>> byLength = new TreeMap<>();
            exact.getOrDefault(check.id(), List.of()).forEach(place -> add(byLength, place));
            check.aliases()
                    .forEach(alias -> exact.getOrDefault(alias, List.of()).forEach(place -> add(byLength, place)));
            patterns.stream().filter(place -> place.suppression().names(check)).forEach(place -> add(byLength, place));
            if (!byLength.isEmpty()) {
                byCheck.put(check.id(), byLength);
            }
        }
    }

    private static void add(TreeMap<Integer, Map<String, List<Place>>> byLength, Place place) {
        String prefix = place.suppression().prefix();
        byLength.computeIfAbsent(prefix.length(), length -> new HashMap<>())
                .computeIfAbsent(prefix, text -> new ArrayList<>())
                .add(place);
    }

    /** {@return whether none holds for any of the checks} */
    boolean isEmpty() {
        return byCheck.isEmpty();
    }

    /** {@return the first that covers a finding of a check} */
    Optional<Suppression> of(Check check, Finding.Subject subject) {
        TreeMap<Integer, Map<String, List<Place>>> byLength = byCheck.get(check.id());
        if (byLength == null) {
            return Optional.empty();
        }
        String arn = subject.arn().value();
        Place first = null;
        for (Map.Entry<Integer, Map<String, List<Place>>> entry :
                byLength.headMap(arn.length(), true).entrySet()) {
            for (Place place : entry.getValue().getOrDefault(arn.substring(0, entry.getKey()), List.of())) {
                if ((first == null || place.position() < first.position())
                        && place.suppression().covers(check, subject)) {
                    first = place;
                }
            }
        }
        return Optional.ofNullable(first).map(Place::suppression);
    }
}
