package io.awsaudit.rules.monitoring;

import io.awsaudit.inventory.Arn;

/** The fact that an SNS topic has a subscription that is confirmed, so that somebody receives what is published. */
public record HeardTopic(Arn topic) {}
