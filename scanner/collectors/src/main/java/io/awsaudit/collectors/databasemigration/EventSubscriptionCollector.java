package io.awsaudit.collectors.databasemigration;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.databasemigration.EventSubscription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DescribeEventSubscriptionsResponse;

/** Reads to which topics DMS tells its events in a region. */
final class EventSubscriptionCollector implements Collector<EventSubscription> {
    private static final Operation DESCRIBE = Dms.listing("DescribeEventSubscriptions");
    private static final Detail TAGS = Dms.tags(EventSubscription.class);

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
        DatabaseMigrationClient dms = reads.client(Dms.CLIENT);
        Stream<software.amazon.awssdk.services.databasemigration.model.EventSubscription> listed = reads.pages(
                DESCRIBE,
                () -> TokenPages.of(
                        token -> dms.describeEventSubscriptions(
                                request -> request.maxRecords(Dms.PAGE).marker(token)),
                        DescribeEventSubscriptionsResponse::eventSubscriptionsList,
                        DescribeEventSubscriptionsResponse::marker));
        return reads.each(
                EventSubscription.class,
                listed,
                subscription -> reads.arn("dms", "es:" + subscription.custSubscriptionId()),
                subscription -> read(subscription, reads));
    }

    private static EventSubscription read(
            software.amazon.awssdk.services.databasemigration.model.EventSubscription subscription, Reads reads) {
        return new EventSubscription(
                Dms.identity(
                        reads.arn("dms", "es:" + subscription.custSubscriptionId()),
                        subscription.custSubscriptionId(),
                        TAGS,
                        reads),
                Optional.ofNullable(subscription.snsTopicArn())
                        .filter(topic -> topic.startsWith("arn:"))
                        .map(Arn::new),
                Boolean.TRUE.equals(subscription.enabled()),
                Dms.orEmpty(subscription.status()));
    }
}
