/** Reads data streams. */
@NullMarked
package io.awsaudit.collectors.kinesis;

import org.jspecify.annotations.NullMarked;
