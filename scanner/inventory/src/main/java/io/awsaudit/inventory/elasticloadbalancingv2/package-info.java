/** Application, network and gateway load balancers, their listeners and target groups. */
@NullMarked
package io.awsaudit.inventory.elasticloadbalancingv2;

import org.jspecify.annotations.NullMarked;
