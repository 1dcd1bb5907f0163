/** Reads application, network and gateway load balancers. */
@NullMarked
package io.awsaudit.collectors.elasticloadbalancingv2;

import org.jspecify.annotations.NullMarked;
