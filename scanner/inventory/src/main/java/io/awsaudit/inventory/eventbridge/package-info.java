/** Event buses, their rules, and endpoints of EventBridge. */
@NullMarked
package io.awsaudit.inventory.eventbridge;

import org.jspecify.annotations.NullMarked;
