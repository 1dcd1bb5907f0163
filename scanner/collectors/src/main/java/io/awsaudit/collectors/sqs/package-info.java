/** Reads queues. */
@NullMarked
package io.awsaudit.collectors.sqs;

import org.jspecify.annotations.NullMarked;
