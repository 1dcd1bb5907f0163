/** Reads backup vaults, what is in them, and what is backed up. */
@NullMarked
package io.awsaudit.collectors.backup;

import org.jspecify.annotations.NullMarked;
