/** Hosted zones. */
@NullMarked
package io.awsaudit.inventory.route53;

import org.jspecify.annotations.NullMarked;
