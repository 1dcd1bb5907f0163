/** Instances, databases, buckets and what goes with them, as Lightsail sells them. */
@NullMarked
package io.awsaudit.inventory.lightsail;

import org.jspecify.annotations.NullMarked;
