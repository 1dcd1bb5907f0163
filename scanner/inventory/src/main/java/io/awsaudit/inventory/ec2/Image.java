package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
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
 * @param lastLaunchedTime when an instance was last made from it, a day late; empty where none ever was
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html">Image</a>
 */
@CloudFormationType("AWS::EC2::Image")
public record Image(
        Identity identity,
        boolean publicLaunchPermissions,
        List<Arn> snapshots,
        Optional<Instant> creationDate,
        Optional<Instant> deprecationTime,
        Optional<Instant> lastLaunchedTime)
        implements Resource {
    /** The tag that AWS Backup gives each image of its own. */
    private static final String BACKUP = "aws:backup:source-resource";

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

    /** {@return whether it was made, and last launched if ever, more than some days before a moment} */
    public boolean isUnusedSince(long days, Instant asOf) {
        Instant limit = asOf.minus(Duration.ofDays(days));
        return creationDate.filter(limit::isAfter).isPresent()
                && lastLaunchedTime
                        .filter(launched -> !launched.isBefore(limit))
                        .isEmpty();
    }

    /** {@return whether AWS Backup made it, and will delete it} */
    public boolean isOfBackup() {
        return tags().knownTo(tags -> tags.containsKey(BACKUP));
    }

    /** {@return whether it is known that not AWS Backup made it} */
    public boolean isKeptByHand() {
        return tags().knownNotTo(tags -> tags.containsKey(BACKUP));
    }
}
