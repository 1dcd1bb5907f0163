package io.awsaudit.reports.json;

import io.awsaudit.inventory.Coverage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Coverage by account and region. An account has some twenty regions, most of them empty, of which the same was asked with
 * the same answers; those stand together. All stays in its order: the regions of a scope one after another, each with all
 * of its entries.
 */
final class Scopes {
    /**
     * What is alike in some regions of an account.
     *
     * @param entries those of the first region; those of the others differ from them in their region only
     */
    record Scope<T>(String account, List<String> regions, List<T> entries) {}

    private Scopes() {}

    /** Gives calls to a consumer, a scope at a time. No operation is twice in one. */
    static void ofCalls(List<Coverage.Calls> calls, Consumer<Scope<Coverage.Calls>> consumer) {
        each(
                calls,
                Coverage.Calls::account,
                Coverage.Calls::region,
                Coverage.Calls::operation,
                (a, b) -> a.answered() == b.answered()
                        && a.refusals().isEmpty()
                        && b.refusals().isEmpty(),
                consumer);
    }

    /** Gives listings to a consumer, a scope at a time. No type is twice in one. */
    static void ofListings(List<Coverage.Listing> listings, Consumer<Scope<Coverage.Listing>> consumer) {
        each(
                listings,
                Coverage.Listing::account,
                Coverage.Listing::region,
                Coverage.Listing::type,
                (a, b) -> true,
                consumer);
    }

    private static <T> void each(
            List<T> all,
            Function<T, String> account,
            Function<T, String> region,
            Function<T, String> key,
            BiPredicate<T, T> alike,
            Consumer<Scope<T>> consumer) {
        List<String> regions = new ArrayList<>();
        List<T> first = List.of();
        for (int start = 0, end; start < all.size(); start = end) {
            T head = all.get(start);
            Set<String> keys = new HashSet<>();
            end = start;
            while (end < all.size()
                    && account.apply(all.get(end)).equals(account.apply(head))
                    && region.apply(all.get(end)).equals(region.apply(head))
                    && keys.add(key.apply(all.get(end)))) {
                end++;
            }
            List<T> entries = all.subList(start, end);
            if (regions.isEmpty()
                    || !account.apply(first.get(0)).equals(account.apply(head))
                    || !areAlike(first, entries, (a, b) -> key.apply(a).equals(key.apply(b)) && alike.test(a, b))) {
                if (!regions.isEmpty()) {
                    consumer.accept(new Scope<>(account.apply(first.get(0)), List.copyOf(regions), first));
                }
                regions.clear();
                first = entries;
            }
            regions.add(region.apply(head));
        }
        if (!regions.isEmpty()) {
            consumer.accept(new Scope<>(account.apply(first.get(0)), List.copyOf(regions), first));
        }
    }

    private static <T> boolean areAlike(List<T> some, List<T> others, BiPredicate<T, T> alike) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!alike.test(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
