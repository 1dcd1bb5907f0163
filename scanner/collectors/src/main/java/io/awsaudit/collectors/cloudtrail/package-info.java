/** Reads trails. */
@NullMarked
package io.awsaudit.collectors.cloudtrail;

import org.jspecify.annotations.NullMarked;
