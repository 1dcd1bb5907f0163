/** Data streams. */
@NullMarked
package io.awsaudit.inventory.kinesis;

import org.jspecify.annotations.NullMarked;
