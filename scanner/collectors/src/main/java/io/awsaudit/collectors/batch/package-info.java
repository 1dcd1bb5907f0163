/** Reads compute environments, queues and job definitions of Batch. */
@NullMarked
package io.awsaudit.collectors.batch;

import org.jspecify.annotations.NullMarked;
