/** Data warehouses of Redshift, what configures and places them, and the snapshots that people made. */
@NullMarked
package io.awsaudit.inventory.redshift;

import org.jspecify.annotations.NullMarked;
