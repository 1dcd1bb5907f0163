/** The web ACLs, rules and rule groups of AWS WAF Classic, for load balancers and APIs of a region. */
@NullMarked
package io.awsaudit.inventory.wafregional;

import org.jspecify.annotations.NullMarked;
