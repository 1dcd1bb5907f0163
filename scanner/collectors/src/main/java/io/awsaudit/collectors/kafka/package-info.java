/** Reads clusters of Amazon MSK. */
@NullMarked
package io.awsaudit.collectors.kafka;

import org.jspecify.annotations.NullMarked;
