/** Alarms. */
@NullMarked
package io.awsaudit.inventory.cloudwatch;

import org.jspecify.annotations.NullMarked;
