package io.awsaudit.inventory.quicksight;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * What an account has chosen for all of QuickSight, by {@code quicksight:DescribeAccountSettings}. An account that never
 * subscribed to it has none.
 *
 * <p>CloudFormation has no type for it. Its ARN here is {@code arn:PARTITION:quicksight::ACCOUNT:account-settings}.
 *
 * @param publicSharingEnabled whether who owns a dashboard may open it to the internet; where not, none is open
 * @param terminationProtectionEnabled whether the subscription, and all that was made in it, cannot be deleted
 * @see <a href="https://docs.aws.amazon.com/quicksight/latest/APIReference/API_AccountSettings.html">AccountSettings</a>
 */
@CloudFormationType("AWS::QuickSight::AccountSettings")
public record AccountSettings(Identity identity, boolean publicSharingEnabled, boolean terminationProtectionEnabled)
        implements Resource {}
