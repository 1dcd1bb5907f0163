package io.awsaudit.collectors.cloudtrail;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.cloudtrail.EventSelectors;
import io.awsaudit.inventory.cloudtrail.Trail;
import io.awsaudit.inventory.cloudtrail.TrailStatus;
import io.awsaudit.inventory.s3.Bucket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;

/** Reads the trails that record the account's events, those of its organization among them. */
final class TrailCollector implements Collector<Trail> {
    private static final AwsService<CloudTrailClient> CLOUDTRAIL =
            AwsService.of("cloudtrail", CloudTrailClient::builder);
    private static final Operation DESCRIBE_TRAILS = Operation.of("cloudtrail:DescribeTrails");
    private static final Detail EVENT_SELECTORS =
            Detail.of(Trail.class, "eventSelectors", "cloudtrail:GetEventSelectors");
    private static final Detail STATUS = Detail.of(Trail.class, "status", "cloudtrail:GetTrailStatus");
    private static final Detail TAGS = Detail.of(Trail.class, "tags", "cloudtrail:ListTags");

    @Override
    public Set<Class<? extends Trail>> yields() {
        return Set.of(Trail.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_TRAILS);
    }

    @Override
    public List<Detail> details() {
        return List.of(EVENT_SELECTORS, STATUS, TAGS);
    }

    @Override
    public Stream<Trail> collect(Reads reads) {
        // With its shadows, for a member account sees its organization's trail as nothing else.
        Stream<software.amazon.awssdk.services.cloudtrail.model.Trail> trails = reads
                .list(
                        DESCRIBE_TRAILS,
                        () -> reads.client(CLOUDTRAIL).describeTrails(request -> request.includeShadowTrails(true)))
                .trailList()
                .stream()
                .filter(trail -> isReadHere(trail, reads));
        return reads.each(Trail.class, trails, trail -> new Arn(trail.trailARN()), trail -> read(trail, reads));
    }

    /** A trail of many regions is listed in each of them; it is read in its home, or, when nobody looks there, in the first. */
    private static boolean isReadHere(software.amazon.awssdk.services.cloudtrail.model.Trail trail, Reads reads) {
        return reads.regions().contains(trail.homeRegion())
                ? reads.region().equals(trail.homeRegion())
                : reads.region().equals(reads.regions().get(0));
    }

    private static Trail read(software.amazon.awssdk.services.cloudtrail.model.Trail trail, Reads reads) {
        // Other regions do not know the selectors, and find the trail by its ARN only.
        CloudTrailClient home = reads.client(CLOUDTRAIL, trail.homeRegion());
        Arn arn = new Arn(trail.trailARN());
        Observed<Map<String, String>> tags = reads.observe(TAGS, arn, () -> tagsOf(arn, home));
        return new Trail(
                new Identity(arn, reads.account(), trail.homeRegion(), trail.name(), tags),
                Boolean.TRUE.equals(trail.isMultiRegionTrail()),
                Boolean.TRUE.equals(trail.isOrganizationTrail()),
                Boolean.TRUE.equals(trail.includeGlobalServiceEvents()),
                Boolean.TRUE.equals(trail.logFileValidationEnabled()),
                Bucket.arnOf(reads.partition(), trail.s3BucketName()),
                Optional.ofNullable(trail.kmsKeyId()).filter(key -> !key.isEmpty()),
                Optional.ofNullable(trail.cloudWatchLogsLogGroupArn())
                        .filter(group -> !group.isEmpty())
                        .map(group -> new Arn(group.endsWith(":*") ? group.substring(0, group.length() - 2) : group)),
                Optional.ofNullable(trail.snsTopicARN())
                        .filter(topic -> !topic.isEmpty())
                        .map(Arn::new),
                reads.observe(STATUS, arn, () -> statusOf(arn, home)),
                reads.observe(EVENT_SELECTORS, arn, () -> eventSelectorsOf(arn, home)));
    }

    private static TrailStatus statusOf(Arn trail, CloudTrailClient home) {
        var status = home.getTrailStatus(request -> request.name(trail.value()));
        return new TrailStatus(
                Answers.sent(status.isLogging(), "IsLogging"),
                Optional.ofNullable(status.latestDeliveryError()).filter(error -> !error.isEmpty()));
    }

    private static EventSelectors eventSelectorsOf(Arn trail, CloudTrailClient home) {
        var answer = home.getEventSelectors(request -> request.trailName(trail.value()));
        return new EventSelectors(
                answer.eventSelectors().stream()
                        .map(selector -> new EventSelectors.Basic(
                                // Not sent means the default, which is all.
                                selector.readWriteTypeAsString() == null ? "All" : selector.readWriteTypeAsString(),
                                !Boolean.FALSE.equals(
                                        selector.includeManagementEvents()), // so here: the default is true
                                selector.excludeManagementEventSources(),
                                selector.dataResources().stream()
                                        .map(resource ->
                                                new EventSelectors.DataResource(resource.type(), resource.values()))
                                        .toList()))
                        .toList(),
                answer.advancedEventSelectors().stream()
                        .map(selector -> new EventSelectors.Advanced(
                                Optional.ofNullable(selector.name()),
                                selector.fieldSelectors().stream()
                                        .map(field -> new EventSelectors.Field(
                                                field.field(),
                                                field.equalsValue(),
                                                field.startsWith(),
                                                field.endsWith(),
                                                field.notEquals(),
                                                field.notStartsWith(),
                                                field.notEndsWith()))
                                        .toList()))
                        .toList());
    }

    private static Map<String, String> tagsOf(Arn trail, CloudTrailClient home) {
        return home.listTagsPaginator(request -> request.resourceIdList(trail.value())).resourceTagList().stream()
                .flatMap(resource -> resource.tagsList().stream())
                .collect(Collectors.toMap(tag -> tag.key(), tag -> tag.value() == null ? "" : tag.value()));
    }
}
