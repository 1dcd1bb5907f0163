/** Schedules of EventBridge Scheduler, and their groups. */
@NullMarked
package io.awsaudit.inventory.scheduler;

import org.jspecify.annotations.NullMarked;
