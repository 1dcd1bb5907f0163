/** Reads the policies of AWS Firewall Manager, where the account administers it. */
@NullMarked
package io.awsaudit.collectors.fms;

import org.jspecify.annotations.NullMarked;
