package io.awsaudit.collectors.sns;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.sns.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the subscriptions of all topics of a region in one listing. */
final class SubscriptionCollector implements Collector<Subscription> {
    private static final Operation LIST_SUBSCRIPTIONS =
            Operation.of("sns:ListSubscriptions").ownPages(100);

    @Override
    public Set<Class<? extends Subscription>> yields() {
        return Set.of(Subscription.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_SUBSCRIPTIONS);
    }

    @Override
    public Stream<Subscription> collect(Reads reads) {
        return reads.pages(
                        LIST_SUBSCRIPTIONS,
                        () -> reads.client(Sns.SNS).listSubscriptionsPaginator().subscriptions())
                .map(subscription -> read(subscription, reads));
    }

    private static Subscription read(software.amazon.awssdk.services.sns.model.Subscription subscription, Reads reads) {
        // In place of the ARN stands a word while the subscription awaits its owner's consent, or after it was taken
        // back.
        boolean confirmed = subscription.subscriptionArn().startsWith("arn:");
        String endpoint = String.valueOf(subscription.endpoint());
        Arn arn = new Arn(
                confirmed
                        ? subscription.subscriptionArn()
                        : subscription.topicArn() + ":pending-"
                                + Integer.toHexString((subscription.protocol() + ' ' + endpoint).hashCode()));
        return new Subscription(
                Identity.untagged(arn, reads.account(), reads.region(), arn.lastSegment()),
                new Arn(subscription.topicArn()),
                String.valueOf(subscription.protocol()),
                confirmed,
                Optional.of(endpoint).filter(text -> text.startsWith("arn:")).map(Arn::new));
    }
}
