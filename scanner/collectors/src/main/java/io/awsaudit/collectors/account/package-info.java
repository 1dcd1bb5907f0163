/** Reads the account itself, and its regions. */
@NullMarked
package io.awsaudit.collectors.account;

import org.jspecify.annotations.NullMarked;
