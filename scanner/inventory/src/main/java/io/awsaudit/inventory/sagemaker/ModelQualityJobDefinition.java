package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * A definition of how the quality of what a model predicts is monitored, listed by {@code sagemaker:ListModelQualityJobDefinitions}.
 *
 * @param network what {@code sagemaker:DescribeModelQualityJobDefinition} says of its network
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelQualityJobDefinition.html">DescribeModelQualityJobDefinition</a>
 */
@CloudFormationType("AWS::SageMaker::ModelQualityJobDefinition")
public record ModelQualityJobDefinition(Identity identity, Observed<MonitoringNetwork> network) implements Resource {}
