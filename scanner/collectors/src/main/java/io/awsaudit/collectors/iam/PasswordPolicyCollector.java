package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.iam.PasswordPolicy;
import io.awsaudit.inventory.iam.PasswordPolicy.Rules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the password policy of the account. */
final class PasswordPolicyCollector implements Collector<PasswordPolicy> {
    private static final Detail RULES = Detail.of(PasswordPolicy.class, "rules", "iam:GetAccountPasswordPolicy");

    @Override
    public Set<Class<? extends PasswordPolicy>> yields() {
        return Set.of(PasswordPolicy.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return List.of(RULES);
    }

    @Override
    public Stream<PasswordPolicy> collect(Reads reads) {
        Arn arn = reads.globalArn("iam", "password-policy");
        return Stream.of(new PasswordPolicy(
                Identity.untagged(arn, reads.account(), Identity.GLOBAL, "password policy of the account"),
                reads.observe(
                        RULES,
                        arn,
                        () -> Answers.orIfAbsent(() -> Optional.of(rules(reads)), Optional.empty(), "NoSuchEntity"))));
    }

    private static Rules rules(Reads reads) {
        var policy =
                reads.client(Iam.IAM).getAccountPasswordPolicy(request -> {}).passwordPolicy();
        return new Rules(
                policy.minimumPasswordLength(),
                Boolean.TRUE.equals(policy.requireSymbols()),
                Boolean.TRUE.equals(policy.requireNumbers()),
                Boolean.TRUE.equals(policy.requireUppercaseCharacters()),
                Boolean.TRUE.equals(policy.requireLowercaseCharacters()),
                Boolean.TRUE.equals(policy.expirePasswords()) ? positive(policy.maxPasswordAge()) : OptionalInt.empty(),
                positive(policy.passwordReusePrevention()));
    }

    /** IAM sends no number, or none above zero, for what is not asked. */
    private static OptionalInt positive(@Nullable Integer number) {
        return number == null || number < 1 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
