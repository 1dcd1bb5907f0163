package io.awsaudit.inventory.change;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What it means that an inventory does not hold a resource: that there was none, or only that nobody looked. It was looked
 * at where its account and region were, and where the listing of its type came to its end.
 */
public final class Absence {
    private record Kind(String account, String type) {}

    private final Map<String, Set<String>> regions;
    private final Map<Kind, List<Coverage.Listing>> listings;

    private Absence(Collection<Inventory.AccountScope> accounts, Coverage coverage) {
        regions = accounts.stream()
                .collect(Collectors.toMap(
                        Inventory.AccountScope::id, account -> Set.copyOf(account.regions()), (one, twin) -> one));
        listings = coverage.listings().stream()
                .collect(Collectors.groupingBy(
                        listing -> new Kind(listing.account(), listing.type()), HashMap::new, Collectors.toList()));
    }

    /** Returns what absence means where this was looked at, and went like this. */
    public static Absence from(Collection<Inventory.AccountScope> accounts, Coverage coverage) {
        return new Absence(accounts, coverage);
    }

    /** {@return whether an account was looked at} */
    public boolean looksAtAccount(String account) {
        return regions.containsKey(account);
    }

    /**
     * {@return whether an account was looked at in a region; always, where the account was, for what belongs to no
     * region}
     */
    public boolean looksAtRegion(String account, String region) {
        return looksAtAccount(account)
                && (region.equals(Identity.GLOBAL)
                        || regions.getOrDefault(account, Set.of()).contains(region));
    }

    /**
     * Returns why a resource may be there all the same, in a clause for people; empty where its absence proves that it is
     * not.
     *
     * @param region where it is, or {@link Identity#GLOBAL}
     * @param type its CloudFormation type name
     */
    public Optional<String> doubt(String account, String region, String type) {
        if (!looksAtAccount(account)) {
            return Optional.of("account " + account + " was not looked at");
        }
        if (!looksAtRegion(account, region)) {
            return Optional.of("region " + region + " was not looked at");
        }
        List<Coverage.Listing> known = listings.getOrDefault(new Kind(account, type), List.of()).stream()
                .filter(listing -> isSame(listing.region(), region))
                .toList();
        Optional<String> gap = known.stream()
                .flatMap(listing -> listing.gap().stream())
                .map(missing -> "the listing of " + type + " has a gap: " + missing.sentence())
                .findFirst();
        if (gap.isPresent()) {
            return gap;
        }
        return isListed(account, region, known)
                ? Optional.empty()
                : Optional.of(type + " was not asked for"
                        + (known.isEmpty() && !region.equals(Identity.GLOBAL) ? " in " + region : ""));
    }

    /** What belongs to no region is listed once for all, or, where AWS lists its type by region, in each of them. */
    private boolean isListed(String account, String region, List<Coverage.Listing> known) {
        Set<String> covered = known.stream().map(Coverage.Listing::region).collect(Collectors.toSet());
        return covered.contains(Identity.GLOBAL)
                || (region.equals(Identity.GLOBAL)
                        ? !covered.isEmpty() && covered.containsAll(regions.getOrDefault(account, Set.of()))
                        : covered.contains(region));
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || one.equals(Identity.GLOBAL) || other.equals(Identity.GLOBAL);
    }
}
