/** Reads what Amazon Inspector scans. */
@NullMarked
package io.awsaudit.collectors.inspector2;

import org.jspecify.annotations.NullMarked;
