package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An Amazon Machine Image that the account owns, read by {@code ec2:DescribeImages}.
 *
 * <p>CloudFormation has no type for it: the name is ours. Its ARN has no account.
 *
 * @param publicLaunchPermissions whether every AWS account may launch instances from it
 * @param snapshots those that its EBS volumes are made from
 * @param deprecationTime when AWS begins to hide it from others, where that is set
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html">Image</a>
 */
@CloudFormationType("AWS::EC2::Image")
public record Image(
        Identity identity,
        boolean publicLaunchPermissions,
        List<Arn> snapshots,
        Optional<Instant> creationDate,
        Optional<Instant> deprecationTime)
        implements Resource {
    public Image {
        snapshots = List.copyOf(snapshots);
    }

    @Override
    public Stream<Edge> edges() {
        return snapshots.stream().map(snapshot -> new Edge(arn(), Relation.CREATED_FROM, snapshot));
    }

    /** {@return the ARN of an image by its id} */
    public static Arn arnOf(String partition, String region, String id) {
        return new Arn("arn:" + partition + ":ec2:" + region + "::image/" + id);
    }
}
