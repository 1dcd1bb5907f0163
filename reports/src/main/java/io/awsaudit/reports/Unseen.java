package io.awsaudit.reports;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What could not be seen for one reason, which one remedy may make good: same operation, cause, missing permission and policy to blame.
 *
 * @param action the IAM action that the caller lacks or may lack
 * @param blame whose doing a refusal is, where AWS says it
 * @param calls how many gave no answer; none where a listing was given up before its call
 * @param types CloudFormation names of those whose listing is not complete
 * @param examples the first few, no two with the same detail
 */
public record Unseen(
        String operation,
        Gap.Cause cause,
        Optional<String> action,
        Optional<Gap.Blame> blame,
        long calls,
        SortedSet<String> accounts,
        SortedSet<String> regions,
        SortedSet<String> types,
        List<Example> examples) {
    private static final int EXAMPLES = 3;

    /**
     * One call that gave no answer.
     *
     * @param resource what it was about, empty for a listing
     */
    public record Example(String account, String region, Optional<Arn> resource, String detail) {}

    private record Key(String operation, Gap.Cause cause, String action, String blame, String place)
            implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::cause)
                .thenComparing(Key::operation)
                .thenComparing(Key::action)
                .thenComparing(Key::blame)
                .thenComparing(Key::place);

        static Key of(Gap gap, String place) {
            return new Key(
                    gap.operation(),
                    gap.cause(),
                    gap.action().orElse(""),
                    gap.blame().map(Enum::name).orElse(""),
                    place);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Group {
        private long calls;
        private final SortedSet<String> accounts = new TreeSet<>();
        private final SortedSet<String> regions = new TreeSet<>();
        private final SortedSet<String> types = new TreeSet<>();
        private final List<Example> examples = new ArrayList<>();

        void add(String account, String region, Optional<Arn> resource, String detail) {
            accounts.add(account);
            regions.add(region);
            if (examples.size() < EXAMPLES
                    && examples.stream().noneMatch(example -> example.detail().equals(detail))) {
                examples.add(new Example(account, region, resource, detail));
            }
        }
    }

    /** Returns all groups of a coverage over all accounts and regions, by cause and then operation. */
    public static List<Unseen> of(Coverage coverage) {
        return group(coverage, region -> "");
    }

    /** Returns the groups of an account, each within a region. */
    public static List<Unseen> byRegion(Coverage coverage, String account) {
        return group(
                new Coverage(
                        coverage.listings().stream()
                                .filter(listing -> listing.account().equals(account))
                                .toList(),
                        coverage.calls().stream()
                                .filter(calls -> calls.account().equals(account))
                                .toList()),
                region -> region);
    }

    private static List<Unseen> group(Coverage coverage, UnaryOperator<String> place) {
        Map<Key, Group> groups = new TreeMap<>();
        for (Coverage.Calls calls : coverage.calls()) {
            for (Coverage.Refusal refusal : calls.refusals()) {
                Group group =
                        groups.computeIfAbsent(Key.of(refusal.gap(), place.apply(calls.region())), key -> new Group());
                group.calls++;
                group.add(
                        calls.account(),
                        calls.region(),
                        refusal.resource(),
                        refusal.gap().detail());
            }
        }
        for (Coverage.Listing listing : coverage.listings()) {
            listing.gap().ifPresent(gap -> {
                Group group = groups.computeIfAbsent(Key.of(gap, place.apply(listing.region())), key -> new Group());
                group.types.add(listing.type());
                group.add(listing.account(), listing.region(), Optional.empty(), gap.detail());
            });
        }
        return groups.entrySet().stream()
                .map(entry -> unseen(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Unseen unseen(Key key, Group group) {
        return new Unseen(
                key.operation(),
                key.cause(),
                key.action().isEmpty() ? Optional.empty() : Optional.of(key.action()),
                key.blame().isEmpty() ? Optional.empty() : Optional.of(Gap.Blame.valueOf(key.blame())),
                group.calls,
                group.accounts,
                group.regions,
                group.types,
                List.copyOf(group.examples));
    }
}
