/** Reads Auto Scaling groups. */
@NullMarked
package io.awsaudit.collectors.autoscaling;

import org.jspecify.annotations.NullMarked;
