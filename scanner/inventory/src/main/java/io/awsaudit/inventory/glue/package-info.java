/** The data catalog, jobs and transforms of Glue. */
@NullMarked
package io.awsaudit.inventory.glue;

import org.jspecify.annotations.NullMarked;
