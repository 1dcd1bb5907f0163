/** Encryption keys. */
@NullMarked
package io.awsaudit.inventory.kms;

import org.jspecify.annotations.NullMarked;
