/** Log groups, and the metric filters that turn log events into metrics. */
@NullMarked
package io.awsaudit.inventory.cloudwatchlogs;

import org.jspecify.annotations.NullMarked;
