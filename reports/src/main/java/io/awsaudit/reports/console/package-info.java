/** The summary that a person reads on a terminal after a scan. */
@NullMarked
package io.awsaudit.reports.console;

import org.jspecify.annotations.NullMarked;
