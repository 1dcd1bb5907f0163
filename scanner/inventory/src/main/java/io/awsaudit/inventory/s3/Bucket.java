package io.awsaudit.inventory.s3;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.stream.Stream;

/**
 * A general-purpose bucket. {@code s3:ListBuckets} gives its name alone; each setting takes a call of its own.
 *
 * @param policy {@link Policy#NONE} where the bucket has none
 * @param acl its grants
 * @param objectOwnership {@code BucketOwnerEnforced} switches ACLs off; {@code ObjectWriter} where never set
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Bucket.html">Bucket</a>
 */
@CloudFormationType("AWS::S3::Bucket")
public record Bucket(
        Identity identity,
        Observed<Versioning> versioning,
        Observed<Encryption> encryption,
        Observed<Logging> logging,
        Observed<Policy> policy,
        Observed<List<Grant>> acl,
        Observed<String> objectOwnership,
        Observed<PublicAccessBlock> publicAccessBlock,
        Observed<List<LifecycleRule>> lifecycle)
        implements Resource {

    @Override
    public Stream<Edge> edges() {
        return logging.asOptional().flatMap(Logging::targetBucket).stream()
                .map(target -> new Edge(arn(), Relation.LOGS_TO, arnOf(arn().partition(), target)));
    }

    /** {@return the ARN of a bucket by its name} */
    public static Arn arnOf(String partition, String name) {
        return new Arn("arn:" + partition + ":s3:::" + name);
    }
}
