package io.awsaudit.rules.derived;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ecr.Repository;
import io.awsaudit.inventory.iam.Role;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Statement;
import io.awsaudit.inventory.rds.DbClusterSnapshot;
import io.awsaudit.inventory.rds.DbSnapshot;
import io.awsaudit.inventory.ssm.Document;
import io.awsaudit.rules.Evidence;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * That a resource lets another account in: by its policy, the trust policy of a role, or being shared with it.
 *
 * @param account twelve digits, never the resource's own
 */
public record ForeignTrust(Arn resource, String account) {
    /** {@return the other accounts that a role's trust policy names, or principals of} */
    public static List<ForeignTrust> by(Role role) {
        return to(role, role.foreignAccounts());
    }

    /** {@return the other accounts that a resource's policy names, or principals of; none where it was not read} */
    public static List<ForeignTrust> by(Governed resource) {
        return by(resource, resource.resourcePolicy().asOptional().orElse(Policy.NONE));
    }

    /** {@return the other accounts that a repository's policy names, or principals of; none where it was not read} */
    public static List<ForeignTrust> by(Repository repository) {
        return by(repository, repository.policy().asOptional().orElse(Policy.NONE));
    }

    /** {@return the other accounts that may restore a snapshot} */
    public static List<ForeignTrust> by(DbSnapshot snapshot) {
        return to(snapshot, snapshot.sharing().asOptional().orElse(List.of()));
    }

    /** {@return the other accounts that may restore a snapshot} */
    public static List<ForeignTrust> by(DbClusterSnapshot snapshot) {
        return to(snapshot, snapshot.sharing().asOptional().orElse(List.of()));
    }

    /** {@return the other accounts that may use a document} */
    public static List<ForeignTrust> by(Document document) {
        return to(document, document.sharedWith().asOptional().orElse(List.of()));
    }

    private static List<ForeignTrust> by(Resource resource, Policy policy) {
        return to(
                resource,
                policy.matching(Statement::allows)
                        .filter(statement -> !statement.notPrincipals())
                        .flatMap(statement -> statement.principalAccounts().stream())
                        .distinct()
                        .toList());
    }

    private static List<ForeignTrust> to(Resource resource, Collection<String> accounts) {
        return accounts.stream()
                .filter(account -> account.matches("\\d{12}") && !account.equals(resource.account()))
                .map(account -> new ForeignTrust(resource.arn(), account))
                .toList();
    }

    /** {@return which accounts are trusted, in their order, and each by whom, as evidence of an account} */
    public static Evidence[] words(Resource account, Collection<?> trusts) {
        Map<String, TreeSet<String>> byAccount = new TreeMap<>();
        for (Object trust : trusts) {
            if (trust instanceof ForeignTrust known) {
                byAccount
                        .computeIfAbsent(known.account(), id -> new TreeSet<>())
                        .add(known.resource().value());
            }
        }
        return Stream.concat(
                        Stream.of(Evidence.of(
                                account, "other accounts that are trusted", List.copyOf(byAccount.keySet()))),
                        byAccount.entrySet().stream()
                                .map(entry -> Evidence.of(
                                        account, entry.getKey() + " is trusted by", List.copyOf(entry.getValue()))))
                .toArray(Evidence[]::new);
    }
}
