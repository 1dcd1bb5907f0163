package io.awsaudit.inventory.dlm;

import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a policy does, by {@code dlm:GetLifecyclePolicy}.
 *
 * @param role what it acts as
 * @param statusMessage why it does not work
 * @param copies the copies that it makes in other regions or on Outposts
 * @param sharedAccounts accounts that it shares snapshots with
 */
public record LifecyclePolicyDetails(
        Optional<Arn> role, Optional<String> statusMessage, List<Copy> copies, List<String> sharedAccounts) {
    /**
     * A copy that a policy makes.
     *
     * @param target a region, or the ARN of an Outpost
     * @param encrypted whether it is encrypted also where what is copied is not
     */
    public record Copy(String target, boolean encrypted) {}

    /** Holds where it copies nothing. */
    public static final Predicate<LifecyclePolicyDetails> WITHOUT_COPIES =
            policy -> policy.copies().isEmpty();

    /** Holds where a copy is encrypted only if what is copied is. */
    public static final Predicate<LifecyclePolicyDetails> WITH_PLAIN_COPIES =
            policy -> policy.copies().stream().anyMatch(copy -> !copy.encrypted());

    /** Holds where it shares nothing. */
    public static final Predicate<LifecyclePolicyDetails> UNSHARED =
            policy -> policy.sharedAccounts().isEmpty();

    /** The copies, as evidence. */
    public static final Function<LifecyclePolicyDetails, List<Copy>> COPIES = LifecyclePolicyDetails::copies;

    /** Whom snapshots are shared with, as evidence. */
    public static final Function<LifecyclePolicyDetails, List<String>> SHARED = LifecyclePolicyDetails::sharedAccounts;

    public LifecyclePolicyDetails {
        copies = List.copyOf(copies);
        sharedAccounts = List.copyOf(sharedAccounts);
    }

    /** Holds where it shares snapshots with others than these accounts. */
    public static Predicate<LifecyclePolicyDetails> sharedBeyond(List<String> accounts) {
        return policy -> !accounts.containsAll(policy.sharedAccounts());
    }
}
