package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.policy.Condition;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Principal;
import io.awsaudit.inventory.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What trust policies of roles let strangers do. */
public final class Trust {
    private static final String WEB_IDENTITY = "sts:AssumeRoleWithWebIdentity";
    private static final List<String> ASSUME = List.of("sts:AssumeRole", "sts:AssumeRoleWithSAML", WEB_IDENTITY);

    /**
     * Providers whose tokens any customer of theirs can have made out to any audience, so that only the subject tells one
     * customer from another.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">Shared
     *     OIDC providers</a>
     */
    private static final Set<String> SHARED = Set.of(
            "token.actions.githubusercontent.com",
            "vstoken.actions.githubusercontent.com",
            "oidc-configuration.audit-log.githubusercontent.com",
            "gitlab.com",
            "app.terraform.io",
            "agent.buildkite.com",
            "oidc.codefresh.io",
            "scalr.io",
            "proidc.upbound.io",
            "studio.datachain.ai/api");
    /** Claims, besides the subject, that name one customer of a shared provider. */
    private static final Set<String> CUSTOMER_CLAIMS = Set.of(
            "repository", "repository_id", "repository_owner", "repository_owner_id", "enterprise_id", "actor_id");
    /** Claims by which a provider of one's own, or one that ties tokens to an application, tells its callers apart. */
    private static final Set<String> CLIENT_CLAIMS =
            Set.of("aud", "oaud", "azp", "sub", "app_id", "id", "user_id", "email", "hd");

    /** Holds of trust policies under which anybody with an AWS account may assume the role. */
    public static final Predicate<Policy> EVERYONE =
            policy -> !openToEveryone(policy).isEmpty();

    /** Holds of trust policies under which other customers of a web identity provider may assume the role. */
    public static final Predicate<Policy> ANY_TOKEN =
            policy -> !openToTokens(policy).isEmpty();

    /** Holds of trust policies that name no web identity provider. */
    public static final Predicate<Policy> NO_WEB_IDENTITY = policy -> policy.matching(Statement::allows)
            .noneMatch(statement -> providers(statement).findAny().isPresent());

    /** Holds of trust policies of roles that functions run as at CloudFront's edge locations. */
    public static final Predicate<Policy> EDGE = policy -> policy.matching(Statement::allows)
            .flatMap(statement -> statement.principals().stream())
            .anyMatch(principal -> principal.isService() && principal.id().startsWith("edgelambda."));

    private Trust() {}

    /** {@return the labels of the statements that let everybody assume the role, as evidence} */
    public static List<String> openToEveryone(Policy policy) {
        return policy.labels(statement -> statement.allowsEveryone()
                && ASSUME.stream()
                        .anyMatch(action -> statement.actions().covers(action)
                                && !(action.equals(WEB_IDENTITY)
                                        && statement.conditions().stream().anyMatch(Trust::confinesTokens))
                                && policy.statements().stream()
                                        .noneMatch(deny -> denies(deny, action, Condition::narrowsCallers))));
    }

    /** {@return the labels of the statements that take any token of a web identity provider, as evidence} */
    public static List<String> openToTokens(Policy policy) {
        return policy.labels(statement -> statement.allows()
                && providers(statement).findAny().isPresent()
                && statement.conditions().stream().noneMatch(Trust::confines)
                && policy.statements().stream().noneMatch(deny -> denies(deny, WEB_IDENTITY, Trust::confines)));
    }

    /** {@return the accounts that a policy lets in, whole or with some of their principals} */
    static List<String> accounts(Policy policy) {
        return assuming(policy)
                .flatMap(statement -> statement.principalAccounts().stream())
                .distinct()
                .toList();
    }

    /**
     * {@return the accounts that a policy lets in whole, under no condition that tells one caller from another}
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a>
     */
    static List<String> unasked(Policy policy) {
        return assuming(policy)
                .filter(statement -> statement.conditions().stream().noneMatch(Trust::asks))
                .flatMap(statement -> statement.principals().stream())
                .filter(principal -> principal.id().matches("\\d{12}|arn:[^:]*:iam::\\d{12}:root"))
                .map(Principal::account)
                .filter(account -> !account.isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<Statement> assuming(Policy policy) {
        return policy.matching(Statement::allows)
                .filter(statement ->
                        !statement.notPrincipals() && statement.actions().covers("sts:AssumeRole"));
    }

    /** Whether a condition asks for more than to be of the account: a secret, MFA, a name, an organization, a place. */
    private static boolean asks(Condition condition) {
        String operator = condition.operator().toLowerCase(Locale.ROOT);
        boolean any = !condition.values().isEmpty();
        return switch (condition.key().toLowerCase(Locale.ROOT)) {
            case "sts:externalid" ->
                any
                        && operator.matches("string(equals|like)")
                        && condition.values().stream().allMatch(value -> value.matches(".*[^*?\\s].*"));
            case "aws:multifactorauthpresent" ->
                any && operator.equals("bool") && condition.values().stream().allMatch("true"::equalsIgnoreCase);
            case "aws:principalaccount" -> false; // what the principal says already
            default -> condition.narrowsCallers();
        };
    }

    /** The web identity providers that a statement trusts. */
    private static Stream<String> providers(Statement statement) {
        return statement.notPrincipals() || !statement.actions().covers(WEB_IDENTITY)
                ? Stream.empty()
                : statement.principals().stream()
                        .filter(principal -> principal.kind().equals("Federated"))
                        .map(Principal::id)
                        .filter(id -> !id.contains(":saml-provider/"));
    }

    /** Whether a statement denies an action to all but those that a condition names. */
    private static boolean denies(Statement deny, String action, Predicate<Condition> named) {
        return !deny.allows()
                && !deny.notPrincipals()
                && deny.principals().stream().anyMatch(Principal::isEveryone)
                && deny.actions().covers(action)
                && !deny.conditions().isEmpty()
                && deny.conditions().stream()
                        .allMatch(condition -> affirmed(condition).filter(named).isPresent());
    }

    /** The condition that holds where a negated one does not; a negated one holds without the key, {@code IfExists} or not. */
    private static Optional<Condition> affirmed(Condition condition) {
        String operator = condition.operator().toLowerCase(Locale.ROOT).replace("ifexists", "");
        return operator.contains("not") && !operator.startsWith("for")
                ? Optional.of(new Condition(operator.replace("not", ""), condition.key(), condition.values()))
                : Optional.empty();
    }

    private static boolean confines(Condition condition) {
        return confinesTokens(condition) || condition.narrowsCallers();
    }

    /** Whether a condition on a claim lets through the tokens of one customer, application or person only. */
    private static boolean confinesTokens(Condition condition) {
        String operator = condition.operator().toLowerCase(Locale.ROOT).replaceFirst("^foranyvalue:", "");
        boolean exact = operator.equals("stringequals") || operator.equals("stringequalsignorecase");
        int colon = condition.key().lastIndexOf(':');
        if (colon < 0
                || !exact && !operator.equals("stringlike")
                || condition.values().isEmpty()) {
            return false;
        }
        String provider = condition.key().substring(0, colon).toLowerCase(Locale.ROOT);
        String claim = condition.key().substring(colon + 1).toLowerCase(Locale.ROOT);
        if (!provider.contains(".")) {
            return false; // a key of AWS's own, such as sts:ExternalId
        }
        if (SHARED.contains(provider)) {
            return (claim.equals("sub") || CUSTOMER_CLAIMS.contains(claim))
                    && condition.values().stream().allMatch(value -> exact || namesCustomer(claim, value));
        }
        return CLIENT_CLAIMS.contains(claim)
                && condition.values().stream()
                        .allMatch(value -> exact || value.chars().anyMatch(c -> c != '*' && c != '?'));
    }

    /**
     * Whether a pattern fixes whose token it is. A subject starts with a word and the customer's name, each with a colon or
     * slash behind it, as in {@code repo:octo-org/*}; {@code repo:octo*} lets in octocat.
     */
    private static boolean namesCustomer(String claim, String pattern) {
        String rest = pattern.replaceFirst("^https://", "");
        int star = rest.indexOf('*');
        int mark = rest.indexOf('?');
        if (star < 0 && mark < 0) {
            return true;
        }
        int end = star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
        long ends =
                rest.substring(0, end).chars().filter(c -> c == ':' || c == '/').count();
        return claim.equals("sub") ? ends >= 2 : claim.equals("repository") && ends >= 1;
    }
}
