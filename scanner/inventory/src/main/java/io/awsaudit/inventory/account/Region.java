package io.awsaudit.inventory.account;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * An enabled region of an account; one for each region scanned. Checks that ask for a service to be on in every region
 * judge it.
 *
 * <p>The type name and the ARN, {@code arn:aws:account:eu-west-1:123456789012:region}, are ours: AWS has none.
 */
@CloudFormationType("AWS::::Region")
public record Region(Identity identity) implements Resource {}
