/** Reads topics and subscriptions. */
@NullMarked
package io.awsaudit.collectors.sns;

import org.jspecify.annotations.NullMarked;
