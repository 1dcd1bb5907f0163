/** Classic load balancers. */
@NullMarked
package io.awsaudit.inventory.elasticloadbalancing;

import org.jspecify.annotations.NullMarked;
