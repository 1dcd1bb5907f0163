/** Databases and tables of Timestream for LiveAnalytics. */
@NullMarked
package io.awsaudit.inventory.timestreamwrite;

import org.jspecify.annotations.NullMarked;
