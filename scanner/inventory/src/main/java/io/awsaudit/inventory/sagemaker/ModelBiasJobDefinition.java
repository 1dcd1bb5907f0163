package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * A definition of how bias of a model is monitored, listed by {@code sagemaker:ListModelBiasJobDefinitions}.
 *
 * @param network what {@code sagemaker:DescribeModelBiasJobDefinition} says of its network
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelBiasJobDefinition.html">DescribeModelBiasJobDefinition</a>
 */
@CloudFormationType("AWS::SageMaker::ModelBiasJobDefinition")
public record ModelBiasJobDefinition(Identity identity, Observed<MonitoringNetwork> network) implements Resource {}
