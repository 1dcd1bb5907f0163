package io.awsaudit.inventory.sns;

import io.awsaudit.inventory.policy.Policy;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What {@code sns:GetTopicAttributes} tells of a topic.
 *
 * @param kmsKey the key that encrypts messages at rest, as id, alias or ARN; empty where they are not encrypted
 * @param subscriptionsConfirmed those that receive messages
 * @param subscriptionsPending those whose owner has not agreed yet, and that receive nothing
 */
public record TopicAttributes(
        Policy policy, Optional<String> kmsKey, int subscriptionsConfirmed, int subscriptionsPending) {
    /** Holds of topics that nobody listens to. */
    public static final Predicate<TopicAttributes> NO_SUBSCRIPTION = topic -> topic.subscriptionsConfirmed() == 0;
    /** Holds of topics that somebody listens to. */
    public static final Predicate<TopicAttributes> SUBSCRIBED = NO_SUBSCRIPTION.negate();
    /** Holds of topics that everybody may use. */
    public static final Predicate<TopicAttributes> PUBLIC =
            topic -> topic.policy().allowsEveryone();
    /** Holds of topics whose messages are not encrypted at rest. */
    public static final Predicate<TopicAttributes> UNENCRYPTED =
            topic -> topic.kmsKey().isEmpty();
}
