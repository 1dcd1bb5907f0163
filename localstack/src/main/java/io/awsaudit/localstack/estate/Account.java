package io.awsaudit.localstack.estate;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.cloudwatchlogs.LogGroup;
import io.awsaudit.inventory.cloudwatchlogs.MetricFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account of an estate as it is planned: how many resources of each type there are in each region, and what each is called.
 * A resource is a kind, a region and a number; whatever else there is of it follows from these.
 */
final class Account {
    private final List<Kind> kinds;
    private final int number;
    private final String id;
    private final List<String> regions;
    private final long seed;
    /** By kind, then region. Of what belongs to no region there is only the first. */
    private final int[][] counts;
    /** ARNs that were asked for, by kind, region and number: a resource is named by others, too. */
    private final @Nullable Arn[][][] arns;

    private final int networks;

    Account(List<Kind> kinds, int number, List<String> regions, long seed, int[][] counts) {
        this.kinds = kinds;
        this.number = number;
        this.id = Long.toString(100_000_000_000L + number * 7_654_321L);
        this.regions = regions;
        this.seed = seed;
        this.counts = counts;
        this.networks = kinds.get(0).network();
        this.arns = new Arn[kinds.size()][][];
        forget();
    }

    String id() {
        return id;
    }

    List<String> regions() {
        return regions;
    }

    /** Lets go of what was asked for, so that an estate takes the memory of one account at a time. */
    void forget() {
        for (int kind = 0; kind < counts.length; kind++) {
            arns[kind] = new Arn[counts[kind].length][];
            for (int region = 0; region < counts[kind].length; region++) {
                arns[kind][region] = new Arn[0];
            }
        }
    }

    int size() {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    String region(Kind kind, int region) {
        return kind.isGlobal() ? Identity.GLOBAL : regions.get(region);
    }

    int count(Kind kind, int region) {
        return counts[kind.ordinal()][kind.isGlobal() ? 0 : region];
    }

    /** {@return all there is of the account} */
    List<Site> sites() {
        List<Site> sites = new ArrayList<>();
        for (Kind kind : kinds) {
            for (int region = 0; region < counts[kind.ordinal()].length; region++) {
                for (int index = 0; index < counts[kind.ordinal()][region]; index++) {
                    sites.add(new Site(this, kind, region, index));
                }
            }
        }
        return sites;
    }

    /** {@return some bits that look random and are the same in each run} */
    long bits(Kind kind, int region, int index, int purpose) {
        long state = seed;
        state = mix(state + number * 0x9e3779b97f4a7c15L);
        state = mix(state + kind.ordinal() * 0xbf58476d1ce4e5b9L + region);
        return mix(state + index * 0x94d049bb133111ebL + purpose * 0xd6e8feb86659fd93L);
    }

    /** A way to and fro between numbers, so that no two ids are equal. */
    String hex(Kind kind, int region, int index, int part) {
        long id = ((long) number << 44) ^ ((long) region << 38) ^ ((long) kind.ordinal() << 30) ^ index;
        String digits = Long.toHexString(mix(mix(id + part * 0x632be59bd9b4e019L) ^ seed));
        return "0".repeat(17 - digits.length()) + digits;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    Arn arn(Kind kind, int region, int index) {
        int place = kind.isGlobal() ? 0 : region;
        @Nullable Arn[] known = arns[kind.ordinal()][place];
        if (known.length == 0) {
            known = new Arn[counts[kind.ordinal()][place]];
            arns[kind.ordinal()][place] = known;
        }
        Arn arn = known[index];
        if (arn == null) {
            arn = new Arn(kind.arn(new Site(this, kind, place, index)));
            known[index] = arn;
        }
        return arn;
    }

    /**
     * {@return the resource of a kind that belongs to one of another: within the same VPC, where that means anything, and the
     * same one whoever asks}
     *
     * @param more which one, where it is one of several
     */
    Optional<Site> related(Site from, Kind kind, int more) {
        int place = kind.isGlobal() ? 0 : from.region();
        int count = count(kind, place);
        if (count == 0) {
            return Optional.empty();
        }
        if (kind.entry().type() == LogGroup.class
                && from.kind().entry().type() == MetricFilter.class
                && from.index() < Specials.FILTERS.size()) {
            return Optional.of(new Site(this, kind, place, 0)); // the trail's
        }
        int networks = Math.max(1, networks(from.region()));
        int network = from.index() % networks;
        int there = (count - network + networks - 1) / networks;
        return Optional.of(new Site(
                this,
                kind,
                place,
                network >= count
                        ? (from.index() + more) % count
                        : network + networks * ((from.index() / networks + more) % there)));
    }

    /** {@return those of a kind that belong to no other than this one, out of several that share those of their VPC} */
    List<Site> share(Site of, Kind kind, int sharers, int place) {
        int networks = Math.max(1, networks(of.region()));
        int network = of.index() % networks;
        List<Site> share = new ArrayList<>();
        for (int index = network + networks * place; index < count(kind, of.region()); index += networks * sharers) {
            share.add(new Site(this, kind, of.region(), index));
        }
        return share;
    }

    int networks(int region) {
        return counts[networks][region];
    }
}
