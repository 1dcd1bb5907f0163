/** The web ACLs and rule groups of AWS WAF. */
@NullMarked
package io.awsaudit.inventory.wafv2;

import org.jspecify.annotations.NullMarked;
