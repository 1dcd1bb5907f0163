/** Reads Auto Scaling groups and launch configurations. */
@NullMarked
package io.awsaudit.collectors.autoscaling;

import org.jspecify.annotations.NullMarked;
