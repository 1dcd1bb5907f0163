/** Reads hosted zones. */
@NullMarked
package io.awsaudit.collectors.route53;

import org.jspecify.annotations.NullMarked;
