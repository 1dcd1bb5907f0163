/** Reads databases and tables of Timestream for LiveAnalytics. */
@NullMarked
package io.awsaudit.collectors.timestreamwrite;

import org.jspecify.annotations.NullMarked;
