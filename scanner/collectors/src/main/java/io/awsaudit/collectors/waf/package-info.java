/** Reads the web ACLs, rules and rule groups of AWS WAF Classic. */
@NullMarked
package io.awsaudit.collectors.waf;

import org.jspecify.annotations.NullMarked;
