package io.awsaudit.inventory.elasticbeanstalk;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * An application, read by {@code elasticbeanstalk:DescribeApplications} but for its tags.
 *
 * @param versions how many versions of it are kept
 * @param versionsExpire whether versions are deleted after a number or a time
 * @see <a href="https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_ApplicationDescription.html">ApplicationDescription</a>
 */
@CloudFormationType("AWS::ElasticBeanstalk::Application")
public record Application(Identity identity, int versions, boolean versionsExpire) implements Resource {}
