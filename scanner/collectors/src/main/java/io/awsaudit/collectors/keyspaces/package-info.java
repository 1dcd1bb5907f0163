/** Reads keyspaces and tables of Amazon Keyspaces. */
@NullMarked
package io.awsaudit.collectors.keyspaces;

import org.jspecify.annotations.NullMarked;
