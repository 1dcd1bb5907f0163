/** Reads certificates of AWS Certificate Manager. */
@NullMarked
package io.awsaudit.collectors.acm;

import org.jspecify.annotations.NullMarked;
