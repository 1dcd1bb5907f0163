/** Reads Lambda functions. */
@NullMarked
package io.awsaudit.collectors.lambda;

import org.jspecify.annotations.NullMarked;
