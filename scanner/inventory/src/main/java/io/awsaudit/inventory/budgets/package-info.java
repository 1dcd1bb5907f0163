/** Limits on what an account spends, and who is told. */
@NullMarked
package io.awsaudit.inventory.budgets;

import org.jspecify.annotations.NullMarked;
