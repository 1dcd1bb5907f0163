/** What the account shares with others through AWS Resource Access Manager. */
@NullMarked
package io.awsaudit.inventory.ram;

import org.jspecify.annotations.NullMarked;
