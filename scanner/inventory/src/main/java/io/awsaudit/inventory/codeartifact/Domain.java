package io.awsaudit.inventory.codeartifact;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A domain, read by {@code codeartifact:ListDomains} but for its policy and its tags; one that was deleted is none any more.
 *
 * @param encryptionKey the key that encrypts its packages
 * @param policy {@link Policy#NONE} where it has none
 * @see <a href="https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_DomainSummary.html">DomainSummary</a>
 */
@CloudFormationType("AWS::CodeArtifact::Domain")
public record Domain(Identity identity, Optional<Arn> encryptionKey, Observed<Policy> policy) implements Governed {
    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }

    @Override
    public Stream<Edge> edges() {
        return encryptionKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key));
    }
}
