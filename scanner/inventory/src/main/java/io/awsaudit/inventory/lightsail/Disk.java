package io.awsaudit.inventory.lightsail;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A block storage disk of Lightsail, read whole by {@code lightsail:GetDisks}.
 *
 * @param isAttached whether an instance has it
 * @see <a href="https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_Disk.html">Disk</a>
 */
@CloudFormationType("AWS::Lightsail::Disk")
public record Disk(Identity identity, int sizeGiB, boolean isAttached) implements Resource {}
