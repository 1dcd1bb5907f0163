package io.awsaudit.inventory.codeartifact;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;

/**
 * A repository of packages, read by {@code codeartifact:ListRepositories} but for its policy and its tags.
 *
 * @param domain the name of the domain that it is in
 * @param policy {@link Policy#NONE} where it has none
 * @see <a href="https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_RepositorySummary.html">RepositorySummary</a>
 */
@CloudFormationType("AWS::CodeArtifact::Repository")
public record Repository(Identity identity, String domain, Observed<Policy> policy) implements Governed {
    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }
}
