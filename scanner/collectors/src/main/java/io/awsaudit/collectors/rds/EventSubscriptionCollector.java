package io.awsaudit.collectors.rds;

import static io.awsaudit.collectors.rds.Rds.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rds.EventSubscription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads to which topics databases tell their events in a region. */
final class EventSubscriptionCollector implements Collector<EventSubscription> {
    private static final Operation DESCRIBE =
            Operation.of("rds:DescribeEventSubscriptions").ownPages(100);
    private static final Detail TAGS = Detail.of(EventSubscription.class, "tags", "rds:ListTagsForResource");

    @Override
    public Set<Class<? extends EventSubscription>> yields() {
        return Set.of(EventSubscription.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<EventSubscription> collect(Reads reads) {
        return reads.each(
                EventSubscription.class,
                reads.pages(
                        DESCRIBE,
                        () -> reads.client(Rds.RDS)
                                .describeEventSubscriptionsPaginator()
                                .eventSubscriptionsList()),
                subscription -> arnOf(subscription, reads),
                subscription -> read(subscription, reads));
    }

    private static Arn arnOf(software.amazon.awssdk.services.rds.model.EventSubscription subscription, Reads reads) {
        return subscription.eventSubscriptionArn() == null
                ? reads.arn("rds", "es:" + subscription.custSubscriptionId())
                : new Arn(subscription.eventSubscriptionArn());
    }

    private static EventSubscription read(
            software.amazon.awssdk.services.rds.model.EventSubscription subscription, Reads reads) {
        Arn arn = arnOf(subscription, reads);
        return new EventSubscription(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        subscription.custSubscriptionId(),
                        reads.observe(TAGS, arn, () -> Rds.tagsOf(arn, reads))),
                Optional.ofNullable(subscription.snsTopicArn())
                        .filter(topic -> !topic.isEmpty())
                        .map(Arn::new),
                Boolean.TRUE.equals(subscription.enabled()),
                orEmpty(subscription.status()),
                Optional.ofNullable(subscription.sourceType()).filter(type -> !type.isEmpty()),
                subscription.sourceIdsList().stream().sorted().toList(),
                subscription.eventCategoriesList().stream().sorted().toList());
    }
}
