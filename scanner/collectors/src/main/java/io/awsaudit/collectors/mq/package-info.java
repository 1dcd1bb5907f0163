/** Reads brokers of Amazon MQ. */
@NullMarked
package io.awsaudit.collectors.mq;

import org.jspecify.annotations.NullMarked;
