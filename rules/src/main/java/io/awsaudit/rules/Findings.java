package io.awsaudit.rules;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Findings in their order, which may be many more than memory holds: those are in a temporary file that only this program
 * can read, and that is gone when it ends. It is a list to be read from its beginning to its end, as often as need be.
 */
public final class Findings extends AbstractList<Finding> {
    /**
     * Findings added up.
     *
     * @param checks by id
     * @param changes by what became of them since a baseline; empty without one
     */
    public record Counts(
            Tally all,
            Map<String, Tally> checks,
            Map<String, Tally> accounts,
            Map<String, Tally> regions,
            Map<Change.State, Tally> changes) {
        Counts() {
            this(new Tally(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }
    }

    /** Adds findings up, which mostly come check by check. */
    private static final class Sums {
        private final Counts counts = new Counts();
        private String check = "";
        private Tally ofCheck = new Tally();

        @SuppressWarnings("ReferenceEquality") // to look up a check for each finding is dear
        void add(Finding finding) {
            counts.all.add(finding);
            if (check != finding.checkId()) {
                check = finding.checkId();
                ofCheck = of(counts.checks, check);
            }
            ofCheck.add(finding);
            of(counts.accounts, finding.resource().account()).add(finding);
            of(counts.regions, finding.resource().region()).add(finding);
            finding.change()
                    .ifPresent(change -> of(counts.changes, change.state()).add(finding));
        }

        private static <K> Tally of(Map<K, Tally> tallies, K key) {
            Tally known = tallies.get(key);
            return known != null ? known : tallies.computeIfAbsent(key, absent -> new Tally());
        }
    }

    /** No findings. */
    public static final Findings NONE = new Findings(List.of());

    private final List<Finding> held;
    private final @Nullable FindingRuns kept;
    private final int size;
    private @Nullable Counts counts;

    private Findings(List<Finding> held) {
        this.held = held;
        this.kept = null;
        this.size = held.size();
    }

    private Findings(FindingRuns kept, Counts counts, int size) {
        this.held = List.of();
        this.kept = kept;
        this.size = size;
        this.counts = counts;
    }

    /** Puts findings in their order. */
    public static Findings of(Collection<Finding> findings) {
        if (findings instanceof Findings same) {
            return same;
        }
        return new Findings(findings.stream().sorted(Finding.ORDER).toList());
    }

    @Override
    public int size() {
        return size;
    }

    /** {@return a finding by its place; where memory does not hold them, all before it are read} */
    @Override
    public Finding get(int index) {
        if (kept == null) {
            return held.get(index);
        }
        Objects.checkIndex(index, size);
        Iterator<Finding> all = iterator();
        for (int i = 0; i < index; i++) {
            all.next();
        }
        return all.next();
    }

    @Override
    public Iterator<Finding> iterator() {
        return kept == null ? held.iterator() : kept.all();
    }

    @Override
    public Spliterator<Finding> spliterator() {
        return kept == null
                ? held.spliterator()
                : Spliterators.spliterator(iterator(), size, Spliterator.ORDERED | Spliterator.NONNULL);
    }

    /**
     * {@return those that somebody may want to hear of, in their order: all but what passes or is out of scope, and of that
     * what was accepted, is new or was fixed; to read them is quicker by far than to read all}
     */
    public Collection<Finding> notable() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<Finding> iterator() {
                return kept == null
                        ? StreamSupport.stream(held.spliterator(), false)
                                .filter(Findings::isNotable)
                                .iterator()
                        : kept.notable();
            }

            @Override
            public Spliterator<Finding> spliterator() {
                return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL);
            }

            @Override
            public int size() {
                return Math.toIntExact(stream().count());
            }
        };
    }

    static boolean isNotable(Finding finding) {
        return switch (finding.status()) {
            case FAIL, UNKNOWN, MANUAL -> true;
            case PASS, NOT_APPLICABLE ->
                finding.suppression().isPresent()
                        || finding.change()
                                .filter(change ->
                                        change.state() == Change.State.NEW || change.state() == Change.State.FIXED)
                                .isPresent();
        };
    }

    /** {@return all of them added up} */
    public synchronized Counts counts() {
        Counts sums = counts;
        if (sums == null) {
            Sums adding = new Sums();
            held.forEach(adding::add);
            sums = adding.counts;
            counts = sums;
        }
        return sums;
    }

    /** {@return whether any that may be notable is as {@code wanted}} */
    public boolean anyNotable(Predicate<Finding> wanted) {
        return notable().stream().anyMatch(wanted);
    }

    /** Gathers findings that come in any order, and keeps no more of them in memory than there is room for. */
    public static final class Builder {
        private static final int FEWEST = 50_000;
        private static final int MOST = 150_000;

        /** How much memory there is for each: the longer they stay, the more often they are moved about in it. */
        private static final int BYTES = 16_384;

        private final int room;
        private List<Finding> held = new ArrayList<>();
        private final Sums sums = new Sums();
        private @Nullable FindingRuns runs;
        private int size;

        /** Makes a builder that leaves most of the memory to others. */
        public Builder() {
            this((int) Math.max(FEWEST, Math.min(MOST, Runtime.getRuntime().maxMemory() / BYTES)));
        }

        Builder(int room) {
            this.room = room;
        }

        /**
         * Adds a finding. Of several in one place of the order the first that was added comes first.
         *
         * @throws FindingsException when there is no room for it anywhere
         */
        public void add(Finding finding) {
            held.add(finding);
            sums.add(finding);
            size++;
            if (held.size() >= room) {
                spill();
            }
        }

        private void spill() {
            FindingRuns spilled = runs;
            if (spilled == null) {
                spilled = new FindingRuns();
                runs = spilled;
            }
            held.sort(Finding.ORDER);
            spilled.add(held);
            held = new ArrayList<>();
        }

        /** Returns what was added; the builder is of no more use. */
        public Findings build() {
            FindingRuns spilled = runs;
            if (spilled == null) {
                held.sort(Finding.ORDER);
                Findings findings = new Findings(Collections.unmodifiableList(held));
                findings.counts = sums.counts;
                return findings;
            }
            if (!held.isEmpty()) {
                spill();
            }
            return new Findings(spilled, sums.counts, size);
        }
    }
}
