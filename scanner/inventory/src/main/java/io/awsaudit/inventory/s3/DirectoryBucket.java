package io.awsaudit.inventory.s3;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;

/**
 * A directory bucket of S3 Express One Zone, listed by {@code s3express:ListAllMyDirectoryBuckets}. Its tags are not read.
 *
 * @param lifecycle when objects expire; empty where never set
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListDirectoryBuckets.html">ListDirectoryBuckets</a>
 */
@CloudFormationType("AWS::S3Express::DirectoryBucket")
public record DirectoryBucket(Identity identity, Observed<List<LifecycleRule>> lifecycle) implements Resource {}
