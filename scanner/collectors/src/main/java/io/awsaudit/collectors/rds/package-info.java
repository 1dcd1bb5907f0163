/** Reads database instances, clusters, and manual snapshots. */
@NullMarked
package io.awsaudit.collectors.rds;

import org.jspecify.annotations.NullMarked;
