/** The web ACLs, rules and rule groups of AWS WAF Classic, for CloudFront. */
@NullMarked
package io.awsaudit.inventory.waf;

import org.jspecify.annotations.NullMarked;
