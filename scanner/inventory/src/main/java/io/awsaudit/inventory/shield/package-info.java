/** Shield Advanced: the subscription and what it protects. */
@NullMarked
package io.awsaudit.inventory.shield;

import org.jspecify.annotations.NullMarked;
