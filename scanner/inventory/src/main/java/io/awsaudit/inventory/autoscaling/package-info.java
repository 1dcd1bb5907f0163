/** Auto Scaling groups. */
@NullMarked
package io.awsaudit.inventory.autoscaling;

import org.jspecify.annotations.NullMarked;
