/** Distributions, and what they fetch from where. */
@NullMarked
package io.awsaudit.inventory.cloudfront;

import org.jspecify.annotations.NullMarked;
