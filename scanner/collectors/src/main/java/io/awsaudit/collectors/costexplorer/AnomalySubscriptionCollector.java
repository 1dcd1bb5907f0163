package io.awsaudit.collectors.costexplorer;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.costexplorer.AnomalySubscription;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalySubscriptionsResponse;
import software.amazon.awssdk.services.costexplorer.model.SubscriberStatus;

/** Reads who is told of anomalies in an account's spending; a cent a page. */
final class AnomalySubscriptionCollector implements Collector<AnomalySubscription> {
    private static final Operation GET_SUBSCRIPTIONS = Operation.of("ce:GetAnomalySubscriptions");

    @Override
    public Set<Class<? extends AnomalySubscription>> yields() {
        return Set.of(AnomalySubscription.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_SUBSCRIPTIONS);
    }

    @Override
    public Stream<AnomalySubscription> collect(Reads reads) {
        CostExplorerClient explorer = reads.client(CostExplorer.CLIENT);
        return reads.pages(
                        GET_SUBSCRIPTIONS,
                        () -> TokenPages.of(
                                token -> explorer.getAnomalySubscriptions(request -> request.nextPageToken(token)),
                                GetAnomalySubscriptionsResponse::anomalySubscriptions,
                                GetAnomalySubscriptionsResponse::nextPageToken))
                .map(subscription -> new AnomalySubscription(
                        CostExplorer.identity(
                                Answers.sent(subscription.subscriptionArn(), "SubscriptionArn"),
                                subscription.subscriptionName(),
                                reads),
                        subscription.monitorArnList().stream().map(Arn::new).toList(),
                        Answers.sent(subscription.frequencyAsString(), "Frequency"),
                        subscription.subscribers().size(),
                        (int) subscription.subscribers().stream()
                                .filter(subscriber -> subscriber.status() == SubscriberStatus.DECLINED)
                                .count()));
    }
}
