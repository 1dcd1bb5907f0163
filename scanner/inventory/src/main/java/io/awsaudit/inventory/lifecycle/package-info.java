/** Until when AWS supports the versions of what it runs. */
@NullMarked
package io.awsaudit.inventory.lifecycle;

import org.jspecify.annotations.NullMarked;
