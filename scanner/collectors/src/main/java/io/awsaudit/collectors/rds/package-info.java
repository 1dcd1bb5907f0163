/** Reads databases of RDS, what configures and watches them, and manual snapshots. */
@NullMarked
package io.awsaudit.collectors.rds;

import org.jspecify.annotations.NullMarked;
