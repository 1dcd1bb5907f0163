package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Principal;
import io.awsaudit.inventory.policy.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An IAM role, read whole by {@code iam:GetAccountAuthorizationDetails}.
 *
 * @param trustPolicy who may assume it
 * @param permissionsBoundary the policy that its permissions cannot exceed
 * @param lastUsed empty when not used in the last 400 days
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html">RoleDetail</a>
 */
@CloudFormationType("AWS::IAM::Role")
public record Role(
        Identity identity,
        String path,
        Instant created,
        Observed<Policy> trustPolicy,
        Observed<List<InlinePolicy>> inlinePolicies,
        List<Arn> attachedPolicies,
        Optional<Arn> permissionsBoundary,
        Optional<Instant> lastUsed)
        implements Entity {
    public Role {
        attachedPolicies = List.copyOf(attachedPolicies);
    }

    @Override
    public boolean isServiceOwned() {
        return path.startsWith("/aws-service-role/");
    }

    /** {@return the other accounts that the trust policy names, or principals of; empty when it is unknown} */
    public List<String> foreignAccounts() {
        return trustPolicy.asOptional().map(Trust::accounts).orElse(List.of()).stream()
                .filter(account -> !account.equals(identity.account()))
                .toList();
    }

    /** {@return the other accounts all of whose administrators may assume the role with nothing further asked} */
    public List<String> foreignAccountsUnasked() {
        return trustPolicy.asOptional().map(Trust::unasked).orElse(List.of()).stream()
                .filter(account -> !account.equals(identity.account()))
                .toList();
    }

    @Override
    public Stream<Edge> edges() {
        Stream<Edge> trusted = trustPolicy.asOptional().stream()
                .flatMap(policy -> policy.matching(Statement::allows))
                .filter(statement -> !statement.notPrincipals())
                .flatMap(statement -> statement.principals().stream())
                .flatMap(principal -> arnOf(principal).stream())
                .distinct()
                .map(principal -> new Edge(arn(), Relation.TRUSTS, principal));
        return Stream.concat(trusted, grants());
    }

    /** Accounts and what has an ARN; the star and AWS services have none. */
    private Optional<Arn> arnOf(Principal principal) {
        if (principal.id().matches("\\d{12}")) {
            return Optional.of(new Arn("arn:" + arn().partition() + ":iam::" + principal.id() + ":root"));
        }
        return Optional.of(new Arn(principal.id())).filter(id -> id.value().startsWith("arn:"));
    }
}
