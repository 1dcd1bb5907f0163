/** Reads the permission sets of IAM Identity Center. */
@NullMarked
package io.awsaudit.collectors.ssoadmin;

import org.jspecify.annotations.NullMarked;
