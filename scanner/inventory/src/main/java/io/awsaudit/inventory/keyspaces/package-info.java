/** Keyspaces and tables of Amazon Keyspaces. */
@NullMarked
package io.awsaudit.inventory.keyspaces;

import org.jspecify.annotations.NullMarked;
