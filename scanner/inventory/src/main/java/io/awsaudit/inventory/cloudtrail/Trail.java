package io.awsaudit.inventory.cloudtrail;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trail, read by {@code cloudtrail:DescribeTrails} in its home region.
 *
 * <p>A member account of an organization sees the organization's trail too. It belongs to another account then, which its
 * ARN tells, and only that account can change it.
 *
 * @param identity its region is the trail's home region, and its account the one that was looked at
 * @param multiRegion whether it records the events of all regions
 * @param organizationTrail whether it records the events of all accounts of the organization
 * @param globalServiceEvents whether it records events of services without a region, such as IAM
 * @param bucket the ARN of the bucket that it delivers log files to
 * @param kmsKey the key that its log files are encrypted with; empty where S3's own keys do
 * @param cloudWatchLogsLogGroup the group that it sends events to, without the {@code :*} that AWS ends the ARN with
 * @param snsTopic the topic that hears of each delivery
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html">Trail</a>
 */
@CloudFormationType("AWS::CloudTrail::Trail")
public record Trail(
        Identity identity,
        boolean multiRegion,
        boolean organizationTrail,
        boolean globalServiceEvents,
        boolean logFileValidation,
        Arn bucket,
        Optional<String> kmsKey,
        Optional<Arn> cloudWatchLogsLogGroup,
        Optional<Arn> snsTopic,
        Observed<TrailStatus> status,
        Observed<EventSelectors> eventSelectors)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        Stream.of(new Edge(arn(), Relation.LOGS_TO, bucket)),
                        cloudWatchLogsLogGroup.stream().map(group -> new Edge(arn(), Relation.DELIVERS_TO, group)),
                        kmsKey.stream()
                                .filter(key -> key.startsWith("arn:"))
                                .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, new Arn(key))),
                        snsTopic.stream().map(topic -> new Edge(arn(), Relation.NOTIFIES, topic)))
                .flatMap(edges -> edges);
    }

    /** {@return whether the trail is another account's, so that nobody here can change it} */
    public boolean ownedElsewhere() {
        return !arn().account().equals(account());
    }

    /** {@return whether the trail sends its events to a log group of another account} */
    public boolean deliversElsewhere() {
        return cloudWatchLogsLogGroup
                .filter(group -> !group.account().equals(account()))
                .isPresent();
    }

    /** {@return whether the trail sees everything there is to alarm on: every management event of every region, now} */
    public boolean recordsEverything() {
        return multiRegion
                && status.knownTo(TrailStatus.LOGGING)
                && eventSelectors.knownTo(EventSelectors.ALL_MANAGEMENT_EVENTS);
    }

    /** {@return what keeps the trail from being one that {@link #recordsEverything}, in words; nothing of what is unknown} */
    public List<String> shortcomings() {
        List<String> shortcomings = new ArrayList<>();
        if (!multiRegion) {
            shortcomings.add("covers one region only");
        }
        if (status.knownNotTo(TrailStatus.LOGGING)) {
            shortcomings.add("is not logging");
        }
        if (eventSelectors.knownNotTo(EventSelectors.ALL_MANAGEMENT_EVENTS)) {
            shortcomings.add("does not record all management events");
        }
        return shortcomings;
    }
}
