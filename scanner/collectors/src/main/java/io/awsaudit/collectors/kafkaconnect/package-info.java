/** Reads connectors of MSK Connect. */
@NullMarked
package io.awsaudit.collectors.kafkaconnect;

import org.jspecify.annotations.NullMarked;
