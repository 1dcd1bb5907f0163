/** Reads log groups and metric filters. */
@NullMarked
package io.awsaudit.collectors.cloudwatchlogs;

import org.jspecify.annotations.NullMarked;
