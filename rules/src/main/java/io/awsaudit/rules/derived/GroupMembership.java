package io.awsaudit.rules.derived;

import io.awsaudit.inventory.Arn;

/** That some user belongs to a group. */
public record GroupMembership(Arn group) {}
