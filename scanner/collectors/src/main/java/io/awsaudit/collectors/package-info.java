/** Reads accounts through the AWS SDK into an inventory; the only code that sees the SDK. */
@NullMarked
package io.awsaudit.collectors;

import org.jspecify.annotations.NullMarked;
