package io.awsaudit.inventory.policy;

import java.util.List;
import java.util.function.Function;
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

    /** Holds of policies that allow something to everybody. */
    public static final Predicate<Policy> OPEN = Policy::allowsEveryone;

    /** Translates a policy into the labels of its {@link #open()} statements, as evidence. */
    public static final Function<Policy, List<String>> OPEN_LABELS = Policy::openLabels;

    /** AWS takes no policy of more than 100 KiB anywhere, OpenSearch's; a statement takes some 40 characters at least. */
    private static final int STATEMENTS = 2_500;

    private static final int CHARACTERS = 100 * 1_024;

    /**
     * Takes a policy of a size that AWS takes; comparing what statements cover takes time by the square of it.
     *
     * @throws IllegalArgumentException for larger ones
     */
    public Policy {
        statements = List.copyOf(statements);
        long characters = statements.stream().mapToLong(Statement::characters).sum();
        if (statements.size() > STATEMENTS || characters > CHARACTERS) {
            throw new IllegalArgumentException("A policy of " + statements.size() + " statements with " + characters
                    + " characters is larger than AWS takes one");
        }
    }

    /** {@return whether the policy allows something to everybody} */
    public boolean allowsEveryone() {
        return open().findAny().isPresent();
    }

    /**
     * {@return the statements that allow something to everybody, and that no other takes back}
     *
     * <p>A Deny takes an Allow back when it covers it, and holds for all callers but ones that the author named: {@code
     * StringNotEquals} on {@code aws:PrincipalOrgID}, for instance, is the usual way to keep strangers out.
     */
    public Stream<Statement> open() {
        List<Statement> allows = matching(Statement::allowsEveryone).toList();
        if (allows.isEmpty()) {
            return Stream.empty(); // as nearly all policies
        }
        List<Statement> denies = matching(Statement::deniesStrangers).toList();
        return allows.stream().filter(allow -> denies.stream().noneMatch(deny -> deny.covers(allow)));
    }

    /** {@return the labels of the {@link #open()} statements, as evidence} */
    public List<String> openLabels() {
        return open().map(Statement::label).toList();
    }

    /** Holds of policies that let some service act for whoever asks it to. */
    public static final Predicate<Policy> OPEN_TO_SERVICES = policy -> policy.any(Statement::allowsServicesForAnyone);

    /** Translates a policy into the labels of the statements that let some service act for whoever asks it to. */
    public static final Function<Policy, List<String>> OPEN_TO_SERVICES_LABELS =
            policy -> policy.labels(Statement::allowsServicesForAnyone);

    /**
     * {@return whether everybody is denied every action of a service on a resource when the call does not use TLS}
     *
     * @param resource an ARN, which may have wildcards
     */
    public boolean deniesWithoutTls(String service, String resource) {
        return any(statement ->
                statement.deniesWithoutTls(service) && statement.resources().includes(resource));
    }

    /** {@return whether everybody, or everybody but principals that it names, is denied an action on every resource} */
    public boolean keepsFromAll(String action) {
        return any(statement ->
                statement.deniesAllButNamed(action) && statement.resources().coversEverything());
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
