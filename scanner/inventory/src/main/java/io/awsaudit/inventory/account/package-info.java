/** The account itself, and its regions. */
@NullMarked
package io.awsaudit.inventory.account;

import org.jspecify.annotations.NullMarked;
