/** Compute environments, queues and job definitions of Batch. */
@NullMarked
package io.awsaudit.inventory.batch;

import org.jspecify.annotations.NullMarked;
