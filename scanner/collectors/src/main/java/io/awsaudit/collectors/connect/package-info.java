/** Reads contact centres of Amazon Connect. */
@NullMarked
package io.awsaudit.collectors.connect;

import org.jspecify.annotations.NullMarked;
