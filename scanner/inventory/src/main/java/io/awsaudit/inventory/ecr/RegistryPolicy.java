package io.awsaudit.inventory.ecr;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;

/**
 * Who may use a region's private registry besides the account, in all repositories at once; there is none unless somebody set
 * it. AWS defines no ARN for it, so it has the form {@code arn:aws:ecr:REGION:ACCOUNT:registry-policy}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html">Registry permissions</a>
 */
@CloudFormationType("AWS::ECR::RegistryPolicy")
public record RegistryPolicy(Identity identity, Policy policy) implements Resource {}
