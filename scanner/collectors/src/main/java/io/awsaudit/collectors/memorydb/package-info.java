/** Reads clusters and users of MemoryDB. */
@NullMarked
package io.awsaudit.collectors.memorydb;

import org.jspecify.annotations.NullMarked;
