/** Reads streams of Amazon Data Firehose. */
@NullMarked
package io.awsaudit.collectors.firehose;

import org.jspecify.annotations.NullMarked;
