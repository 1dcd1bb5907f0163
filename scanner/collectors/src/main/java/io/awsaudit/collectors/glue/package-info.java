/** Reads the data catalog, jobs, transforms, crawlers, connections and security configurations of Glue. */
@NullMarked
package io.awsaudit.collectors.glue;

import org.jspecify.annotations.NullMarked;
