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
 * Coverage by account. An account has some twenty regions, most of them empty, in which the same was asked with the same
 * answers, and of most types each of them was listed; what is alike stands together. All stays in its order.
 */
final class Scopes {
    /**
     * What is alike in an account.
     *
     * @param names regions of calls, types of listings, one after another
     * @param entries those of the first name; those of the others differ from them in that name only
     */
    record Scope<T>(String account, List<String> names, List<T> entries) {}

    private Scopes() {}

    /** Gives calls to a consumer, regions with the same answers at a time. No operation is twice among its entries. */
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

    /** Gives listings to a consumer, types with the same regions at a time. No region is twice among its entries. */
    static void ofListings(List<Coverage.Listing> listings, Consumer<Scope<Coverage.Listing>> consumer) {
        each(
                listings,
                Coverage.Listing::account,
                Coverage.Listing::type,
                Coverage.Listing::region,
                (a, b) -> true,
                consumer);
    }

    private static <T> void each(
            List<T> all,
            Function<T, String> account,
            Function<T, String> name,
            Function<T, String> key,
            BiPredicate<T, T> alike,
            Consumer<Scope<T>> consumer) {
        List<String> names = new ArrayList<>();
        List<T> first = List.of();
        for (int start = 0, end; start < all.size(); start = end) {
            T head = all.get(start);
            Set<String> keys = new HashSet<>();
            end = start;
            while (end < all.size()
                    && account.apply(all.get(end)).equals(account.apply(head))
                    && name.apply(all.get(end)).equals(name.apply(head))
                    && keys.add(key.apply(all.get(end)))) {
                end++;
            }
            List<T> entries = all.subList(start, end);
            if (names.isEmpty()
                    || !account.apply(first.get(0)).equals(account.apply(head))
                    || !areAlike(first, entries, (a, b) -> key.apply(a).equals(key.apply(b)) && alike.test(a, b))) {
                if (!names.isEmpty()) {
                    consumer.accept(new Scope<>(account.apply(first.get(0)), List.copyOf(names), first));
                }
                names.clear();
                first = entries;
            }
            names.add(name.apply(head));
        }
        if (!names.isEmpty()) {
            consumer.accept(new Scope<>(account.apply(first.get(0)), List.copyOf(names), first));
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
