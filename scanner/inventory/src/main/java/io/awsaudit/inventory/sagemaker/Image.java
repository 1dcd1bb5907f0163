package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * An image for applications of Studio, read by {@code sagemaker:ListImages} but for its tags.
 *
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Image.html">Image</a>
 */
@CloudFormationType("AWS::SageMaker::Image")
public record Image(Identity identity) implements Resource {}
