package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * A definition of how it is monitored which features a model weighs, listed by {@code sagemaker:ListModelExplainabilityJobDefinitions}.
 *
 * @param network what {@code sagemaker:DescribeModelExplainabilityJobDefinition} says of its network
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelExplainabilityJobDefinition.html">DescribeModelExplainabilityJobDefinition</a>
 */
@CloudFormationType("AWS::SageMaker::ModelExplainabilityJobDefinition")
public record ModelExplainabilityJobDefinition(Identity identity, Observed<MonitoringNetwork> network)
        implements Resource {}
