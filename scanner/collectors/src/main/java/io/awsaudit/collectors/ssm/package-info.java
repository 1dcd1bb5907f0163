/** Reads Systems Manager. */
@NullMarked
package io.awsaudit.collectors.ssm;

import org.jspecify.annotations.NullMarked;
