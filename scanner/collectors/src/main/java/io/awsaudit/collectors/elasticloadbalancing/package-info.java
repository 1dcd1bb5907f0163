/** Reads classic load balancers. */
@NullMarked
package io.awsaudit.collectors.elasticloadbalancing;

import org.jspecify.annotations.NullMarked;
