/** Reads what the account shares through AWS Resource Access Manager. */
@NullMarked
package io.awsaudit.collectors.ram;

import org.jspecify.annotations.NullMarked;
