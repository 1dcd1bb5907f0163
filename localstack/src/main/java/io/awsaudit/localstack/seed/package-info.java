/** Accounts in a known state, made in an emulator with the AWS SDK: one class a service, and a method a resource. */
@NullMarked
package io.awsaudit.localstack.seed;

import org.jspecify.annotations.NullMarked;
