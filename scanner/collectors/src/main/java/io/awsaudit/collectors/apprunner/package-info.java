/** Reads App Runner. */
@NullMarked
package io.awsaudit.collectors.apprunner;

import org.jspecify.annotations.NullMarked;
