package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An IAM user, read by {@code iam:GetAccountAuthorizationDetails}.
 *
 * @param credentials its row of the credential report
 * @param groups those that it is a member of
 * @param permissionsBoundary the policy that its permissions cannot exceed
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UserDetail.html">UserDetail</a>
 */
@CloudFormationType("AWS::IAM::User")
public record User(
        Identity identity,
        String path,
        Instant created,
        Observed<Credentials> credentials,
        List<Arn> groups,
        Observed<List<InlinePolicy>> inlinePolicies,
        List<Arn> attachedPolicies,
        Optional<Arn> permissionsBoundary)
        implements Entity {
    public User {
        groups = List.copyOf(groups);
        attachedPolicies = List.copyOf(attachedPolicies);
    }

    /** {@return the credentials that were valid and not used in the given days before a moment, as people name them} */
    public List<String> unusedCredentials(Instant asOf, long days) {
        return credentials
                .asOptional()
                .map(seen -> seen.unused(created, asOf, days))
                .orElse(List.of());
    }

    /** {@return the active access keys that are older than the given days at a moment, as people name them} */
    public List<String> oldAccessKeys(Instant asOf, long days) {
        return credentials
                .asOptional()
                .map(seen -> seen.old(created, asOf, days))
                .orElse(List.of());
    }

    /** {@return the active access keys that were made together with a user who has a password, as people name them} */
    public List<String> accessKeysMadeAtSetup() {
        return credentials.asOptional().map(seen -> seen.madeAtSetup(created)).orElse(List.of());
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(groups.stream().map(group -> new Edge(arn(), Relation.MEMBER_OF, group)), grants());
    }
}
