/** Reads file systems of FSx. */
@NullMarked
package io.awsaudit.collectors.fsx;

import org.jspecify.annotations.NullMarked;
