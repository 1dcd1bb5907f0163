/** Brokers of Amazon MQ. */
@NullMarked
package io.awsaudit.inventory.mq;

import org.jspecify.annotations.NullMarked;
