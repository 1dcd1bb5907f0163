package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What identity policies say about decrypting with all KMS keys of the account that the policy is in.
 *
 * <p>Conditions do not confine it: they say when, not with which key. A {@code NotResource} that leaves out some keys, and
 * not all, allows all the others, and those that are made tomorrow.
 */
public final class Decryption {
    private static final List<String> ACTIONS = List.of("kms:Decrypt", "kms:ReEncryptFrom");

    private Decryption() {}

    /** Returns what holds of policies that allow decryption with every key; {@code owner} is what has the policy. */
    public static Predicate<Policy> withEveryKey(Arn owner) {
        return policy -> statements(policy, owner).findAny().isPresent();
    }

    /** Returns what translates a policy into the labels of the statements that allow it, as evidence. */
    public static Function<Policy, List<String>> labels(Arn owner) {
        return policy -> statements(policy, owner).map(Statement::label).toList();
    }

    /** Returns what holds of inline policies of which one allows decryption with every key. */
    public static Predicate<List<InlinePolicy>> inlineWithEveryKey(Arn owner) {
        return policies ->
                policies.stream().anyMatch(policy -> withEveryKey(owner).test(policy.document()));
    }

    /** Returns what translates inline policies into the names of those that allow it, as evidence. */
    public static Function<List<InlinePolicy>, List<String>> names(Arn owner) {
        return policies -> policies.stream()
                .filter(policy -> withEveryKey(owner).test(policy.document()))
                .map(InlinePolicy::name)
                .toList();
    }

    private static Stream<Statement> statements(Policy policy, Arn owner) {
        String everyKey = "arn:" + owner.partition() + ":kms:*:" + owner.account() + ":key/*";
        return policy.matching(Statement::allows)
                .filter(allow -> allow.resources().negated()
                        ? allow.resources().touches(everyKey)
                        : allow.resources().includes(everyKey))
                .filter(allow -> ACTIONS.stream()
                        .anyMatch(action -> allow.actions().covers(action) && !isDenied(policy, action, everyKey)));
    }

    private static boolean isDenied(Policy policy, String action, String everyKey) {
        return policy.any(deny -> !deny.allows()
                && deny.conditions().isEmpty()
                && deny.actions().covers(action)
                && deny.resources().includes(everyKey));
    }
}
