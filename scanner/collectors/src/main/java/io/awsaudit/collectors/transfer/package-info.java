/** Reads the Transfer Family. */
@NullMarked
package io.awsaudit.collectors.transfer;

import org.jspecify.annotations.NullMarked;
