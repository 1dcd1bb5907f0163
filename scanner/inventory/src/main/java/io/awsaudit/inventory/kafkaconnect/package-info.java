/** Connectors of MSK Connect. */
@NullMarked
package io.awsaudit.inventory.kafkaconnect;

import org.jspecify.annotations.NullMarked;
