package io.awsaudit.inventory.lightsail;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A static address of Lightsail, read whole by {@code lightsail:GetStaticIps}. It has no tags.
 *
 * @param isAttached whether an instance has it
 * @see <a href="https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_StaticIp.html">StaticIp</a>
 */
@CloudFormationType("AWS::Lightsail::StaticIp")
public record StaticIp(Identity identity, boolean isAttached) implements Resource {}
