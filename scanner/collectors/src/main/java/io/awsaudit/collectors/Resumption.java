package io.awsaudit.collectors;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two collections of one account as one: the later one where it looked, the earlier one where only that did. */
final class Resumption {
    private record Place(String region, String type) {}

    private record Call(String region, String operation) {}

    private Resumption() {}

    /** Returns both as one, as of the earlier one, whose regions the later one has too. */
    static Inventory join(Inventory earlier, Inventory later) {
        Set<Place> asked = places(later.coverage().listings().stream());
        // Where the later one did not come to the end, the earlier one may have seen what it did not.
        Set<Place> whole = places(later.coverage().listings().stream()
                .filter(listing -> listing.gap().isEmpty()));

        List<Coverage.Listing> listings = new ArrayList<>(later.coverage().listings());
        earlier.coverage().listings().stream()
                .filter(listing -> !asked.contains(new Place(listing.region(), listing.type())))
                .forEach(listings::add);
        listings.sort(AccountCollection.BY_TYPE);

        List<Resource> resources = new ArrayList<>(later.resources());
        Set<String> known = new HashSet<>();
        resources.forEach(resource -> known.add(key(resource)));
        earlier.resources().stream()
                .filter(resource -> !whole.contains(new Place(resource.region(), resource.type()))
                        && !whole.contains(new Place(Identity.GLOBAL, resource.type())))
                .filter(resource -> known.add(key(resource)))
                .forEach(resources::add);
        return new Inventory(
                earlier.asOf(),
                later.accounts(),
                new Coverage(listings, calls(earlier.coverage(), later.coverage())),
                resources);
    }

    private static Set<Place> places(Stream<Coverage.Listing> listings) {
        return listings.map(listing -> new Place(listing.region(), listing.type()))
                .collect(Collectors.toSet());
    }

    private static String key(Resource resource) {
        return resource.type() + ' ' + resource.arn();
    }

    /** Answers of both; refusals of the later one, which asked again for what the earlier one was refused. */
    private static List<Coverage.Calls> calls(Coverage earlier, Coverage later) {
        Map<Call, Coverage.Calls> all = new HashMap<>();
        later.calls().forEach(calls -> all.put(new Call(calls.region(), calls.operation()), calls));
        Set<String> asked =
                later.calls().stream().map(Coverage.Calls::operation).collect(Collectors.toSet());
        for (Coverage.Calls before : earlier.calls()) {
            all.merge(
                    new Call(before.region(), before.operation()),
                    new Coverage.Calls(
                            before.account(),
                            before.region(),
                            before.operation(),
                            before.answered(),
                            asked.contains(before.operation()) ? List.of() : before.refusals()),
                    (now, then) -> new Coverage.Calls(
                            now.account(),
                            now.region(),
                            now.operation(),
                            now.answered() + then.answered(),
                            now.refusals()));
        }
        return all.values().stream()
                .filter(calls -> calls.answered() > 0 || !calls.refusals().isEmpty())
                .sorted(Comparator.comparing(Coverage.Calls::region).thenComparing(Coverage.Calls::operation))
                .toList();
    }
}
