/** Reads distributions. */
@NullMarked
package io.awsaudit.collectors.cloudfront;

import org.jspecify.annotations.NullMarked;
