package io.awsaudit.inventory.s3;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An access point: a name of its own for a bucket, with a policy and a public access block of its own.
 *
 * @param bucket empty where it leads to something else than a bucket
 * @param vpc the id of the VPC that it takes requests from; empty where it takes them from the internet
 * @param publicAccessBlock read by {@code s3control:GetAccessPoint}; cannot be changed once the access point is there
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_AccessPoint.html">AccessPoint</a>
 */
@CloudFormationType("AWS::S3::AccessPoint")
public record AccessPoint(
        Identity identity, Optional<Arn> bucket, Optional<String> vpc, Observed<PublicAccessBlock> publicAccessBlock)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return bucket.stream().map(target -> new Edge(arn(), Relation.ATTACHED_TO, target));
    }
}
