/** Reads what watches spending for anomalies. AWS bills each request, a cent at a time. */
@NullMarked
package io.awsaudit.collectors.costexplorer;

import org.jspecify.annotations.NullMarked;
