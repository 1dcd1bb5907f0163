package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * A definition of how the quality of the data that an endpoint gets is monitored, listed by {@code sagemaker:ListDataQualityJobDefinitions}.
 *
 * @param network what {@code sagemaker:DescribeDataQualityJobDefinition} says of its network
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDataQualityJobDefinition.html">DescribeDataQualityJobDefinition</a>
 */
@CloudFormationType("AWS::SageMaker::DataQualityJobDefinition")
public record DataQualityJobDefinition(Identity identity, Observed<MonitoringNetwork> network) implements Resource {}
