package io.awsaudit.inventory.ecrpublic;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;

/**
 * A repository that everybody may pull images from, read by {@code ecr-public:DescribeRepositories} but for its policy and its
 * tags.
 *
 * @param policy who, of other accounts, may push to it; {@link Policy#NONE} where it has none
 * @see <a href="https://docs.aws.amazon.com/AmazonECRPublic/latest/APIReference/API_Repository.html">Repository</a>
 */
@CloudFormationType("AWS::ECR::PublicRepository")
public record PublicRepository(Identity identity, Observed<Policy> policy) implements Governed {
    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }
}
