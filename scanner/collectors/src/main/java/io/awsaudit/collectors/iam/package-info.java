/** Reads IAM, mostly from the two reports that it makes of a whole account. */
@NullMarked
package io.awsaudit.collectors.iam;

import org.jspecify.annotations.NullMarked;
