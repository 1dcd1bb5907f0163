/** Policies of AWS Firewall Manager. */
@NullMarked
package io.awsaudit.inventory.fms;

import org.jspecify.annotations.NullMarked;
