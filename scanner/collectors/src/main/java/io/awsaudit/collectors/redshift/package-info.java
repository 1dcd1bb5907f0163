/** Reads data warehouses of Redshift, what configures and places them, and manual snapshots. */
@NullMarked
package io.awsaudit.collectors.redshift;

import org.jspecify.annotations.NullMarked;
