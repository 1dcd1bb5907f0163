/** Reads the data catalog, jobs and transforms of Glue. */
@NullMarked
package io.awsaudit.collectors.glue;

import org.jspecify.annotations.NullMarked;
