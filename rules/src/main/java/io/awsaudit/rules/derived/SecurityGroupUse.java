package io.awsaudit.rules.derived;

import io.awsaudit.inventory.Arn;

/** That some network interface has a security group. */
public record SecurityGroupUse(Arn group) {}
