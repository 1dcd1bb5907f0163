/** Clusters of MemoryDB, and users who sign in to them. */
@NullMarked
package io.awsaudit.inventory.memorydb;

import org.jspecify.annotations.NullMarked;
