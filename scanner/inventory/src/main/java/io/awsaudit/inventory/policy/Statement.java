package io.awsaudit.inventory.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement of a policy.
 *
 * @param allows whether its effect is Allow; otherwise it is Deny
 * @param notPrincipals whether the policy said {@code NotPrincipal}
 * @param principals empty in identity policies
 */
public record Statement(
        Optional<String> sid,
        boolean allows,
        boolean notPrincipals,
        List<Principal> principals,
        Patterns actions,
        Patterns resources,
        List<Condition> conditions) {
    public Statement {
        principals = List.copyOf(principals);
        conditions = List.copyOf(conditions);
    }

    /** {@return how many characters there are in its patterns, principals and conditions} */
    long characters() {
        return Stream.of(
                        actions.values().stream(),
                        resources.values().stream(),
                        principals.stream().map(Principal::id),
                        conditions.stream().map(Condition::key),
                        conditions.stream().flatMap(condition -> condition.values().stream()))
                .flatMap(texts -> texts)
                .mapToLong(String::length)
                .sum();
    }

    /**
     * {@return whether the statement allows something to everybody}
     *
     * <p>An Allow with {@code NotPrincipal} allows all but a few. A condition that confines the callers to ones that the
     * author named makes a star principal harmless. What a Deny elsewhere in the policy takes back is for
     * {@link Policy#open()} to know.
     */
    public boolean allowsEveryone() {
        return allows
                && (notPrincipals || principals.stream().anyMatch(Principal::isEveryone))
                && conditions.stream().noneMatch(this::narrowsCallers);
    }

    /**
     * {@return whether the statement lets a service act for whoever asks it to, a stranger's account included}
     *
     * <p>A condition on the account or the resource that the service acts for prevents that, and so does a resource whose
     * name has an account's number in it, as those have that services deliver logs to.
     */
    public boolean allowsServicesForAnyone() {
        return allows
                && !notPrincipals
                && principals.stream().anyMatch(Principal::isService)
                && conditions.stream().noneMatch(Condition::narrowsSources)
                && !resources.namesAccounts();
    }

    /** A condition that admits requests without its key narrows together with a {@code Null} that demands the key. */
    private boolean narrowsCallers(Condition condition) {
        return condition.narrowsCallers()
                || condition.narrowsCallersWithKey()
                        && conditions.stream().anyMatch(other -> other.demands(condition.key()));
    }

    /** {@return whether the statement denies whatever it is about to all but those that the author named} */
    boolean deniesStrangers() {
        boolean everyone = principals.stream().anyMatch(Principal::isEveryone);
        return !allows
                && (notPrincipals ? !everyone : everyone)
                && conditions.stream().allMatch(Condition::holdsForStrangers);
    }

    /** {@return whether all that another statement is about is among what this one is about} */
    boolean covers(Statement other) {
        return actions.includes(other.actions) && resources.includes(other.resources);
    }

    /** {@return whether an Allow of this action to everybody} */
    public boolean allowsEveryone(String action) {
        return allowsEveryone() && actions.covers(action);
    }

    /** {@return whether the statement allows every action on every resource, without a condition} */
    public boolean allowsEverything() {
        return allows && actions.coversEverything() && resources.coversEverything() && conditions.isEmpty();
    }

    /** {@return whether the statement denies everybody every action in a service when the call does not use TLS} */
    public boolean deniesWithoutTls(String service) {
        return !allows
                && !notPrincipals
                && principals.stream().anyMatch(Principal::isEveryone)
                && actions.coversService(service)
                && !conditions.isEmpty()
                && conditions.stream().allMatch(Condition::holdsWithoutTls);
    }

    /** {@return whether the statement denies an action to everybody, or to everybody but principals that it names} */
    boolean deniesAllButNamed(String action) {
        return !allows
                && actions.covers(action)
                && (notPrincipals || principals.stream().anyMatch(Principal::isEveryone))
                && conditions.stream().allMatch(Condition::exceptsPrincipals);
    }

    /** {@return the accounts named as principals, whatever the effect} */
    public List<String> principalAccounts() {
        return principals.stream()
                .map(Principal::account)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    /** {@return how people find the statement in its policy: its sid, else what it does} */
    public String label() {
        return sid.orElseGet(() -> (allows ? "Allow " : "Deny ")
                + (actions.negated() ? "NotAction " : "")
                + String.join(", ", actions.values()));
    }
}
