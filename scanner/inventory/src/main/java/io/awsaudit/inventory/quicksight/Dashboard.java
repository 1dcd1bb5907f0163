package io.awsaudit.inventory.quicksight;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * A dashboard of QuickSight, listed by {@code quicksight:ListDashboards}.
 *
 * @param publicByLink whether its link is for everybody on the internet; it opens for them only while the account's
 *     {@link AccountSettings} let it
 * @see <a href="https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DescribeDashboardPermissions.html">
 *     DescribeDashboardPermissions</a>
 */
@CloudFormationType("AWS::QuickSight::Dashboard")
public record Dashboard(Identity identity, Observed<Boolean> publicByLink) implements Resource {}
