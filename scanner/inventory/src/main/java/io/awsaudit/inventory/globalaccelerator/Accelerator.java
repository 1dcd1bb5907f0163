package io.awsaudit.inventory.globalaccelerator;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * A standard accelerator, read by {@code globalaccelerator:ListAccelerators} but for its tags and flow logs.
 *
 * @param enabled whether it takes traffic; it is paid for either way
 * @param flowLogsEnabled whether what flows through it is recorded in a bucket
 * @see <a href="https://docs.aws.amazon.com/global-accelerator/latest/api/API_Accelerator.html">Accelerator</a>
 */
@CloudFormationType("AWS::GlobalAccelerator::Accelerator")
public record Accelerator(Identity identity, boolean enabled, Observed<Boolean> flowLogsEnabled) implements Resource {}
