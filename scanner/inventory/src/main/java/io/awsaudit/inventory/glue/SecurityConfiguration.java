package io.awsaudit.inventory.glue;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * How jobs and crawlers that use it encrypt, read whole by {@code glue:GetSecurityConfigurations}.
 *
 * <p>AWS has no ARN for it: {@code arn:aws:glue:eu-west-1:123456789012:securityConfiguration/NAME}. It cannot carry tags.
 *
 * @param dataEncrypted whether what is written to S3 is encrypted
 * @param logsEncrypted whether logs are encrypted with a key of KMS
 * @param bookmarksEncrypted whether notes of how far a job came are encrypted with a key of KMS
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_EncryptionConfiguration.html">EncryptionConfiguration</a>
 */
@CloudFormationType("AWS::Glue::SecurityConfiguration")
public record SecurityConfiguration(
        Identity identity, boolean dataEncrypted, boolean logsEncrypted, boolean bookmarksEncrypted)
        implements Resource {}
