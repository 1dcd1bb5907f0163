package io.awsaudit.inventory.s3;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * An access point to buckets in several regions, read whole by {@code s3control:ListMultiRegionAccessPoints}.
 *
 * @param status such as {@code READY}, {@code CREATING} or {@code DELETING}
 * @param publicAccessBlock cannot be changed once the access point is there
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_MultiRegionAccessPointReport.html">MultiRegionAccessPointReport</a>
 */
@CloudFormationType("AWS::S3::MultiRegionAccessPoint")
public record MultiRegionAccessPoint(
        Identity identity, String status, List<Arn> buckets, PublicAccessBlock publicAccessBlock) implements Resource {
    public MultiRegionAccessPoint {
        buckets = List.copyOf(buckets);
    }

    /** {@return whether it is on its way out} */
    public boolean isLeaving() {
        return status.equals("DELETING") || status.equals("PARTIALLY_DELETED");
    }

    @Override
    public Stream<Edge> edges() {
        return buckets.stream().map(bucket -> new Edge(arn(), Relation.ATTACHED_TO, bucket));
    }
}
