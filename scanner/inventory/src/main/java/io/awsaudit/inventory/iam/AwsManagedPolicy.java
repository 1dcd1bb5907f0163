package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;

/**
 * A managed policy of AWS's that is in use in the account, listed by {@code iam:ListPolicies}. It cannot carry tags.
 *
 * <p>CloudFormation has no type for it. Its ARN has {@code aws} in place of an account, and is the same in every account.
 *
 * @param document its default version, read by {@code iam:GetPolicyVersion}
 * @param attachments users, groups and roles that it is attached to
 * @param boundaries users and roles whose permissions it bounds
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html">Policy</a>
 */
@CloudFormationType("AWS::IAM::AWSManagedPolicy")
public record AwsManagedPolicy(
        Identity identity, String path, Observed<Policy> document, int attachments, int boundaries)
        implements Resource {
    /** What stands in place of an account in the ARN. */
    static final String ACCOUNT = "aws";
}
