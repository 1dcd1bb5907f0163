/** The data catalog, jobs, transforms, crawlers, connections and security configurations of Glue. */
@NullMarked
package io.awsaudit.inventory.glue;

import org.jspecify.annotations.NullMarked;
