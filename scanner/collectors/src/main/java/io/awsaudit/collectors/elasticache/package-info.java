/** Reads caches and replication groups. */
@NullMarked
package io.awsaudit.collectors.elasticache;

import org.jspecify.annotations.NullMarked;
