/** What Application Auto Scaling scales. */
@NullMarked
package io.awsaudit.inventory.applicationautoscaling;

import org.jspecify.annotations.NullMarked;
