/** Auto Scaling groups and launch configurations. */
@NullMarked
package io.awsaudit.inventory.autoscaling;

import org.jspecify.annotations.NullMarked;
