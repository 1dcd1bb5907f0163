/** Contact centres of Amazon Connect. */
@NullMarked
package io.awsaudit.inventory.connect;

import org.jspecify.annotations.NullMarked;
