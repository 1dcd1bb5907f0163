package io.awsaudit.reports.sarif;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which findings stand in a file, and in which order: what failed before what is undecided, that before what users accepted,
 * and the most severe first. It holds references, and no finding twice.
 *
 * <p>Among equals the order is that of the result, so that two nights leave out the same. Were new ones first, each would
 * push out another tonight and be pushed out itself tomorrow, when it is no longer new; GitHub would close and open an
 * alert each time.
 */
final class Selection {
    private static final int SEVERITIES = 4;

    /** Failures of an earlier result that this one did not look at; what became of them is open. */
    private final Set<Finding> unseen = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Failures of an earlier result whose resource is no longer there. */
    private final Set<Finding> gone = Collections.newSetFromMap(new IdentityHashMap<>());

    private final boolean includePassed;
    private final List<Share> shares = new ArrayList<>();

    Selection(AuditResult result, List<String> accounts, boolean includePassed) {
        this.includePassed = includePassed;
        result.comparison().ifPresent(comparison -> {
            unseen.addAll(comparison.unseen());
            gone.addAll(comparison.gone());
        });
        Comparator<Finding> order = Comparator.comparingInt(this::rank);
        Comparator<Finding> own = result.comparison().isPresent() ? order.thenComparing(Finding.ORDER) : order;
        Map<String, Share.Gathering> byAccount = new HashMap<>();
        accounts.forEach(account -> byAccount.put(account, new Share.Gathering(account, own)));
        for (Collection<Finding> some : List.of(
                includePassed ? result.findings() : result.findings().notable(),
                result.comparison().map(Comparison::unseen).orElse(List.of()),
                result.comparison().map(Comparison::gone).orElse(List.of()))) {
            for (Finding finding : some) {
                Share.Gathering share = byAccount.get(finding.resource().account());
                if (share != null && isListed(finding)) {
                    share.add(finding);
                }
            }
        }
        accounts.forEach(account ->
                shares.add(Objects.requireNonNull(byAccount.get(account)).share()));
    }

    /** Returns the accounts that a result is about: those that were looked at, and any others that findings name. */
    static List<String> accounts(AuditResult result) {
        Set<String> accounts = new LinkedHashSet<>();
        result.accounts().stream().map(Inventory.AccountScope::id).forEach(accounts::add);
        accounts.addAll(new TreeSet<>(result.findings().counts().accounts().keySet()));
        return List.copyOf(accounts);
    }

    List<Share> shares() {
        return shares;
    }

    int size() {
        return shares.stream().mapToInt(Share::kept).sum();
    }

    boolean isUnseen(Finding finding) {
        return unseen.contains(finding);
    }

    boolean isGone(Finding finding) {
        return gone.contains(finding);
    }

    /** {@return whether a finding stands for something that was wrong in the baseline and is not any more} */
    boolean isAbsent(Finding finding) {
        return isGone(finding)
                || finding.change()
                        .filter(change -> change.state() == Change.State.FIXED)
                        .isPresent();
    }

    /** Leaves out what matters least, of all accounts together, until so many are left. */
    void shrink(int most) {
        int left = most;
        int[] kept = new int[shares.size()];
        for (int rank = 0; rank < ranks(); rank++) {
            int[] ofRank = new int[shares.size()];
            int sum = 0;
            for (int i = 0; i < shares.size(); i++) {
                List<Finding> results = shares.get(i).results();
                int end = kept[i];
                while (end < results.size() && rank(results.get(end)) == rank) {
                    end++;
                }
                ofRank[i] = end - kept[i];
                sum += ofRank[i];
            }
            for (int i = 0; i < shares.size(); i++) {
                kept[i] += sum <= left ? ofRank[i] : (int) ((long) left * ofRank[i] / sum);
            }
            if (sum > left) {
                break;
            }
            left -= sum;
        }
        for (int i = 0; i < shares.size(); i++) {
            shares.set(i, shares.get(i).atMost(kept[i]));
        }
    }

    private boolean isListed(Finding finding) {
        if (includePassed) {
            return true;
        }
        // GitHub knows neither kinds nor baselines: it opens an alert for whatever is listed, and closes that of what
        // is not.
        return !isAbsent(finding) && asks(finding.status());
    }

    private static boolean asks(Verdict verdict) {
        return switch (verdict) {
            case FAIL, UNKNOWN, MANUAL -> true;
            case PASS, NOT_APPLICABLE -> false;
        };
    }

    private static int ranks() {
        return Tier.values().length * SEVERITIES;
    }

    private int rank(Finding finding) {
        return tier(finding).ordinal() * SEVERITIES + finding.severity().ordinal();
    }

    private enum Tier {
        FAILED,
        UNDECIDED,
        ACCEPTED,
        IN_ORDER
    }

    private Tier tier(Finding finding) {
        if (isAbsent(finding) || !asks(finding.status())) {
            return Tier.IN_ORDER;
        }
        if (finding.suppression().isPresent()) {
            return Tier.ACCEPTED;
        }
        return finding.status() == Verdict.FAIL && !isUnseen(finding) ? Tier.FAILED : Tier.UNDECIDED;
    }
}
