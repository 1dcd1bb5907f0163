package io.awsaudit.inventory.s3;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * S3 Block Public Access of a whole account; always one an account, all off where never set.
 *
 * <p>CloudFormation has no type for it, nor AWS an ARN: {@code arn:aws:s3::123456789012:account-public-access-block}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetPublicAccessBlock.html">GetPublicAccessBlock</a>
 */
@CloudFormationType("AWS::S3::AccountPublicAccessBlock")
public record AccountPublicAccessBlock(Identity identity, Observed<PublicAccessBlock> settings) implements Resource {}
