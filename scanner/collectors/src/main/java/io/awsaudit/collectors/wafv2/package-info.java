/** Reads the web ACLs and rule groups of AWS WAF. */
@NullMarked
package io.awsaudit.collectors.wafv2;

import org.jspecify.annotations.NullMarked;
