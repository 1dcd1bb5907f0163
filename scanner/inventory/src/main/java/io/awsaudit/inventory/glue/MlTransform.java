package io.awsaudit.inventory.glue;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A machine learning transform, read by {@code glue:GetMLTransforms} but for its tags. One that is being deleted is none any
 * more.
 *
 * @param userDataEncrypted whether the user's data that it keeps is encrypted with a key of KMS
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_MLTransform.html">MLTransform</a>
 */
@CloudFormationType("AWS::Glue::MLTransform")
public record MlTransform(Identity identity, String status, boolean userDataEncrypted) implements Resource {}
