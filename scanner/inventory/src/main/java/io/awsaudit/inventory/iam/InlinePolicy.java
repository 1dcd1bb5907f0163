package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.policy.Policy;

/** A policy that is part of a user, group or role, and goes with it. */
public record InlinePolicy(String name, Policy document) {}
