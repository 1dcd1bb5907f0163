/** Caches of ElastiCache, alone and in replication groups. */
@NullMarked
package io.awsaudit.inventory.elasticache;

import org.jspecify.annotations.NullMarked;
