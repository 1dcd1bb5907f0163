package io.awsaudit.collectors.shield;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.shield.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.shield.ShieldClient;
import software.amazon.awssdk.services.shield.model.AutoRenew;
import software.amazon.awssdk.services.shield.model.ProactiveEngagementStatus;
import software.amazon.awssdk.services.shield.model.SubscriptionState;

/** Reads the account's subscription to Shield Advanced, if it has one. */
final class SubscriptionCollector implements Collector<Subscription> {
    private static final Operation GET_STATE = Operation.of("shield:GetSubscriptionState");
    private static final Detail TERMS = Detail.of(Subscription.class, "terms", "shield:DescribeSubscription");
    private static final Detail ROLE = Detail.of(Subscription.class, "responseTeamRole", "shield:DescribeDRTAccess");
    private static final Detail CONTACTS =
            Detail.of(Subscription.class, "emergencyContacts", "shield:DescribeEmergencyContactSettings");

    @Override
    public Set<Class<? extends Subscription>> yields() {
        return Set.of(Subscription.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_STATE);
    }

    @Override
    public List<Detail> details() {
        return List.of(TERMS, ROLE, CONTACTS);
    }

    @Override
    public Stream<Subscription> collect(Reads reads) {
        ShieldClient shield = reads.client(Shield.CLIENT);
        String state = reads.list(
                GET_STATE,
                () -> Answers.sent(
                        shield.getSubscriptionState(request -> {}).subscriptionStateAsString(), "SubscriptionState"));
        return SubscriptionState.fromValue(state) == SubscriptionState.INACTIVE
                ? Stream.empty()
                : Stream.of(read(shield, reads));
    }

    private static Subscription read(ShieldClient shield, Reads reads) {
        Arn arn = reads.globalArn("shield", "subscription");
        return reads.held(Subscription.class, arn)
                .orElseGet(() -> new Subscription(
                        Identity.untagged(arn, reads.account(), Identity.GLOBAL, "Shield Advanced"),
                        reads.observe(TERMS, arn, () -> terms(shield)),
                        reads.observe(
                                ROLE,
                                arn,
                                () -> Optional.ofNullable(shield.describeDRTAccess(request -> {})
                                                .roleArn())
                                        .filter(role -> !role.isEmpty())
                                        .map(Arn::new)),
                        reads.observe(
                                CONTACTS,
                                arn,
                                () -> shield.describeEmergencyContactSettings(request -> {})
                                        .emergencyContactList()
                                        .size())));
    }

    /** What was never decided is left out. */
    private static Subscription.Terms terms(ShieldClient shield) {
        var subscription =
                Answers.sent(shield.describeSubscription(request -> {}).subscription(), "Subscription");
        return new Subscription.Terms(
                subscription.autoRenew() == AutoRenew.ENABLED,
                subscription.proactiveEngagementStatus() == ProactiveEngagementStatus.ENABLED);
    }
}
