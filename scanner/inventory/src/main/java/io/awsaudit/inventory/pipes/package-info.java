/** Pipes of EventBridge. */
@NullMarked
package io.awsaudit.inventory.pipes;

import org.jspecify.annotations.NullMarked;
