/** Reads what Application Auto Scaling scales. */
@NullMarked
package io.awsaudit.collectors.applicationautoscaling;

import org.jspecify.annotations.NullMarked;
