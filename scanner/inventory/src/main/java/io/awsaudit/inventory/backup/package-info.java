/** Backup vaults, what is in them, and what is backed up. */
@NullMarked
package io.awsaudit.inventory.backup;

import org.jspecify.annotations.NullMarked;
