package io.awsaudit.inventory.s3;

import java.util.List;

/**
 * Whom a bucket tells of what happens in it, read by {@code s3:GetBucketNotificationConfiguration}.
 *
 * @param eventBridge whether EventBridge is told of every event
 * @param events that a topic, queue or function is told of, such as {@code s3:ObjectCreated:*}; sorted, each once
 */
public record Notifications(boolean eventBridge, List<String> events) {
    /** Of a bucket that tells nobody. */
    public static final Notifications NONE = new Notifications(false, List.of());

    public Notifications {
        events = events.stream().distinct().sorted().toList();
    }

    /** {@return whether somebody is told of every event of a type; {@code s3:ObjectCreated:*} tells of each kind of it} */
    boolean tellOf(String type) {
        return eventBridge
                || events.stream()
                        .anyMatch(event -> event.equals(type)
                                || event.endsWith(":*") && type.startsWith(event.substring(0, event.length() - 1)));
    }
}
