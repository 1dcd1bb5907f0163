package io.awsaudit.inventory.datasync;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * An object store outside of AWS that DataSync copies from or to, listed by {@code datasync:ListLocations}.
 *
 * @param serverProtocol {@code HTTPS} or {@code HTTP}
 * @see <a href="https://docs.aws.amazon.com/datasync/latest/userguide/API_DescribeLocationObjectStorage.html">DescribeLocationObjectStorage</a>
 */
@CloudFormationType("AWS::DataSync::LocationObjectStorage")
public record LocationObjectStorage(Identity identity, Observed<String> serverProtocol) implements Resource {}
