/** Reads tasks, agents and object storage locations of DataSync. */
@NullMarked
package io.awsaudit.collectors.datasync;

import org.jspecify.annotations.NullMarked;
