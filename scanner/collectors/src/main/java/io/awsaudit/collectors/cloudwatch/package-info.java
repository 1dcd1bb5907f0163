/** Reads alarms. */
@NullMarked
package io.awsaudit.collectors.cloudwatch;

import org.jspecify.annotations.NullMarked;
