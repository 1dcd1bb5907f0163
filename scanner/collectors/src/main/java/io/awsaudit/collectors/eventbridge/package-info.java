/** Reads event buses, their rules, and endpoints of EventBridge. */
@NullMarked
package io.awsaudit.collectors.eventbridge;

import org.jspecify.annotations.NullMarked;
