/** Queues. */
@NullMarked
package io.awsaudit.inventory.sqs;

import org.jspecify.annotations.NullMarked;
