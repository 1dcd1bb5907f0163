/** Stacks. */
@NullMarked
package io.awsaudit.inventory.cloudformation;

import org.jspecify.annotations.NullMarked;
