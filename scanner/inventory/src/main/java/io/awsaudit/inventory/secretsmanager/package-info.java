/** Secrets, without what they hold. */
@NullMarked
package io.awsaudit.inventory.secretsmanager;

import org.jspecify.annotations.NullMarked;
