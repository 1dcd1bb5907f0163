package io.awsaudit.inventory.policy;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A policy document, normalised: always lists, always the long form.
 *
 * @param statements in the order written; empty where no policy is attached
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy language</a>
 */
public record Policy(List<Statement> statements) {
    /** The policy of a resource that has none. */
    public static final Policy NONE = new Policy(List.of());

    public Policy {
        statements = List.copyOf(statements);
    }

    /** {@return whether some statement allows something to everybody} */
    public boolean allowsEveryone() {
        return any(Statement::allowsEveryone);
    }

    /** {@return whether some statement allows every action on every resource} */
    public boolean allowsEverything() {
        return any(Statement::allowsEverything);
    }

    /** {@return whether {@code test} holds of some statement} */
    public boolean any(Predicate<Statement> test) {
        return statements.stream().anyMatch(test);
    }

    /** {@return the labels of the statements of which {@code test} holds, as evidence} */
    public List<String> labels(Predicate<Statement> test) {
        return matching(test).map(Statement::label).toList();
    }

    /** {@return the statements of which {@code test} holds} */
    public Stream<Statement> matching(Predicate<Statement> test) {
        return statements.stream().filter(test);
    }
}
