/** The snapshot file: an inventory as compressed JSON Lines, read and written as a stream. */
@NullMarked
package io.awsaudit.inventory.snapshot;

import org.jspecify.annotations.NullMarked;
