package io.awsaudit.reports;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What could not be seen for one reason, which one remedy may make good: same operation, cause, missing permission and
 * policy to blame; and what that left undecided.
 *
 * @param action the IAM action that the caller lacks or may lack
 * @param blame whose doing a refusal is, where AWS says it
 * @param calls how many gave no answer; none where a listing was given up before its call, and for what is in no call
 * @param types CloudFormation names of those whose listing is not complete
 * @param checks ids of those that could not be decided for it; empty where no chosen check rests on it
 * @param findings how many verdicts are unknown for it; those that a user accepted are left out
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
        SortedSet<String> checks,
        long findings,
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
        private long findings;
        private final SortedSet<String> accounts = new TreeSet<>();
        private final SortedSet<String> regions = new TreeSet<>();
        private final SortedSet<String> types = new TreeSet<>();
        private final SortedSet<String> checks = new TreeSet<>();
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

    private static final class Groups {
        private final UnaryOperator<String> place;
        private final Map<Key, Group> groups = new TreeMap<>();
        private final Map<Gap, Set<Key>> ofGaps = new HashMap<>();

        Groups(UnaryOperator<String> place) {
            this.place = place;
        }

        private Group of(Gap gap, String region) {
            Key key = Key.of(gap, place.apply(region));
            ofGaps.computeIfAbsent(gap, first -> new HashSet<>()).add(key);
            return groups.computeIfAbsent(key, first -> new Group());
        }

        void add(Coverage.Calls calls) {
            for (Coverage.Refusal refusal : calls.refusals()) {
                Group group = of(refusal.gap(), calls.region());
                group.calls++;
                group.add(
                        calls.account(),
                        calls.region(),
                        refusal.resource(),
                        refusal.gap().detail());
            }
        }

        void add(Coverage.Listing listing) {
            listing.gap().ifPresent(gap -> {
                Group group = of(gap, listing.region());
                group.types.add(listing.type());
                group.add(listing.account(), listing.region(), Optional.empty(), gap.detail());
            });
        }

        /** Counts a verdict that is unknown; where a gap was met elsewhere, as by a check of the whole account, it counts there. */
        void add(Finding finding) {
            Set<Group> counted = new HashSet<>();
            for (Gap gap : finding.gaps()) {
                Key own = Key.of(gap, place.apply(finding.resource().region()));
                Set<Key> met = ofGaps.getOrDefault(gap, Set.of());
                for (Key key : met.isEmpty() || met.contains(own) ? Set.of(own) : met) {
                    Group group = groups.get(key);
                    if (group == null) {
                        group = of(gap, finding.resource().region());
                        group.add(
                                finding.resource().account(),
                                finding.resource().region(),
                                Optional.of(finding.resource().arn()),
                                gap.detail());
                    }
                    group.checks.add(finding.checkId());
                    group.findings += counted.add(group) ? 1 : 0;
                }
            }
        }

        List<Unseen> all() {
            return groups.entrySet().stream()
                    .map(entry -> unseen(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /** Returns all groups of a result over all accounts and regions, by cause and then operation. */
    public static List<Unseen> of(AuditResult result) {
        Groups groups = new Groups(region -> "");
        gather(result, account -> groups);
        return groups.all();
    }

    /** Returns the groups of some accounts, each within a region; what can be seen of many is read once for them all. */
    public static Map<String, List<Unseen>> byRegion(AuditResult result, Collection<String> accounts) {
        Map<String, Groups> groups = new LinkedHashMap<>();
        accounts.forEach(account -> groups.put(account, new Groups(region -> region)));
        gather(result, groups::get);
        Map<String, List<Unseen>> unseen = new LinkedHashMap<>();
        groups.forEach((account, own) -> unseen.put(account, own.all()));
        return unseen;
    }

    private static void gather(AuditResult result, Function<String, @Nullable Groups> ofAccount) {
        for (Coverage.Calls calls : result.coverage().calls()) {
            Groups groups = ofAccount.apply(calls.account());
            if (groups != null) {
                groups.add(calls);
            }
        }
        for (Coverage.Listing listing : result.coverage().listings()) {
            Groups groups = ofAccount.apply(listing.account());
            if (groups != null) {
                groups.add(listing);
            }
        }
        for (Finding finding : result.findings().notable()) {
            Groups groups =
                    finding.isOpenUnknown() ? ofAccount.apply(finding.resource().account()) : null;
            if (groups != null) {
                groups.add(finding);
            }
        }
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
                group.checks,
                group.findings,
                List.copyOf(group.examples));
    }

    /** {@return whether a verdict is unknown for it; what no chosen check rests on does not matter} */
    public boolean matters() {
        return !checks.isEmpty();
    }

    /** {@return whether a permission for the caller is all that is missing, as far as AWS says it} */
    public boolean isMendedByGrant() {
        return cause == Gap.Cause.DENIED
                && blame.map(policy -> policy == Gap.Blame.MISSING_ALLOW).orElse(true);
    }

    /** {@return what would let the next run see it, in a few words without a full stop; empty where nobody knows} */
    public Optional<String> remedy() {
        return switch (cause) {
            case DENIED -> Optional.of(remedyOfRefusal(action.orElse("it")));
            case EXPIRED -> Optional.of("sign in again");
            case THROTTLED -> Optional.of("scan again with a lower --concurrency");
            case INTERRUPTED -> Optional.of("go on with --resume");
            case SKIPPED, NOT_COLLECTED -> Optional.of("choose more checks or regions");
            case TIMED_OUT, FAILED, MALFORMED, UNSUPPORTED -> Optional.empty();
        };
    }

    private String remedyOfRefusal(String what) {
        if (blame.isEmpty()) {
            return "grant " + what;
        }
        return switch (blame.get()) {
            case MISSING_ALLOW -> "grant " + what;
            case IDENTITY_POLICY -> "lift the deny in the caller's policies";
            case SERVICE_CONTROL_POLICY -> "ask the organization: an SCP stands against it";
            case RESOURCE_CONTROL_POLICY -> "ask the organization: an RCP stands against it";
            case PERMISSIONS_BOUNDARY -> "widen the caller's permissions boundary";
            case SESSION_POLICY -> "sign in with a wider session policy";
            case RESOURCE_POLICY -> "have the resource's own policy admit the caller";
            case VPC_ENDPOINT_POLICY -> "widen the VPC endpoint's policy, or go around it";
        };
    }
}
