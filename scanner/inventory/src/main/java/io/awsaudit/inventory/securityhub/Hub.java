package io.awsaudit.inventory.securityhub;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.Optional;

/**
 * Security Hub in a region where it is on; where it is off there is none.
 *
 * @param autoEnableControls whether new controls of the standards that are on are switched on too
 * @see <a href="https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeHub.html">DescribeHub</a>
 */
@CloudFormationType("AWS::SecurityHub::Hub")
public record Hub(Identity identity, boolean autoEnableControls, Optional<Instant> subscribedAt) implements Resource {}
