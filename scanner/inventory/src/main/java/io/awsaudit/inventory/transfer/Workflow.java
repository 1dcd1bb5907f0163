package io.awsaudit.inventory.transfer;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * What is done with files that have arrived, read by {@code transfer:ListWorkflows} but for its tags.
 *
 * @see <a href="https://docs.aws.amazon.com/transfer/latest/APIReference/API_ListedWorkflow.html">ListedWorkflow</a>
 */
@CloudFormationType("AWS::Transfer::Workflow")
public record Workflow(Identity identity) implements Resource {}
