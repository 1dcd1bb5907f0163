/** Reads elastic file systems. */
@NullMarked
package io.awsaudit.collectors.efs;

import org.jspecify.annotations.NullMarked;
