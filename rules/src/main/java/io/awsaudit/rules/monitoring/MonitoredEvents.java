package io.awsaudit.rules.monitoring;

/**
 * The fact that somebody is told of every event of a topic: an active trail of all regions sends it to a log group, a metric
 * filter there lets it through, an alarm watches the metric, and its topic has a subscriber.
 *
 * @param topic the name of an {@link EventTopic}
 */
public record MonitoredEvents(String topic) {}
