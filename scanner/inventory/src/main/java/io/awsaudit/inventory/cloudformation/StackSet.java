package io.awsaudit.inventory.cloudformation;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A template that is deployed to several accounts and regions, read by {@code cloudformation:ListStackSets} but for its tags;
 * one that was deleted is none any more.
 *
 * <p>AWS sends its ARN with its description alone: {@code arn:PARTITION:cloudformation:REGION:ACCOUNT:stackset/NAME:ID}.
 *
 * @param permissionModel {@code SELF_MANAGED} or {@code SERVICE_MANAGED}
 * @param autoDeployment whether accounts that join the organisation's unit get it by themselves
 * @param drift what AWS found when it last compared what is there with the template
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSetSummary.html">StackSetSummary</a>
 */
@CloudFormationType("AWS::CloudFormation::StackSet")
public record StackSet(Identity identity, String permissionModel, boolean autoDeployment, Stack.Drift drift)
        implements Resource {
    private static final String FOR_UNITS = "SERVICE_MANAGED";

    /** {@return whether it is for units of an organisation} */
    public boolean isForUnits() {
        return permissionModel.equals(FOR_UNITS);
    }
}
