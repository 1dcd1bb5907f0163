package io.awsaudit.inventory.codedeploy;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * An application, read by {@code codedeploy:ListApplications} but for its tags.
 *
 * @see <a href="https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ApplicationInfo.html">ApplicationInfo</a>
 */
@CloudFormationType("AWS::CodeDeploy::Application")
public record Application(Identity identity) implements Resource {}
