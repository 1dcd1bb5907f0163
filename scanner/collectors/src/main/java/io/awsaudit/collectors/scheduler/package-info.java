/** Reads schedules of EventBridge Scheduler, and their groups. */
@NullMarked
package io.awsaudit.collectors.scheduler;

import org.jspecify.annotations.NullMarked;
