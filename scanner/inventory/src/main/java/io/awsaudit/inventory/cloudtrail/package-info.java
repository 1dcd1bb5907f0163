/** Trails: what they record, and where they deliver it. */
@NullMarked
package io.awsaudit.inventory.cloudtrail;

import org.jspecify.annotations.NullMarked;
