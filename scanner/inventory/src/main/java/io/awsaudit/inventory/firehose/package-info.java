/** Streams of Amazon Data Firehose. */
@NullMarked
package io.awsaudit.inventory.firehose;

import org.jspecify.annotations.NullMarked;
