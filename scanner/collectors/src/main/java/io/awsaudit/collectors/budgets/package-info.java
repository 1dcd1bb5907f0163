/** Reads budgets, and who is told of them. */
@NullMarked
package io.awsaudit.collectors.budgets;

import org.jspecify.annotations.NullMarked;
