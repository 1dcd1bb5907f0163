package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * How images run as applications of Studio, read by {@code sagemaker:ListAppImageConfigs} but for its tags.
 *
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AppImageConfigDetails.html">AppImageConfigDetails</a>
 */
@CloudFormationType("AWS::SageMaker::AppImageConfig")
public record AppImageConfig(Identity identity) implements Resource {}
