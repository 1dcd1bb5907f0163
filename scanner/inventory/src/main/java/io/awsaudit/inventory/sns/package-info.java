/** Topics and their subscriptions. */
@NullMarked
package io.awsaudit.inventory.sns;

import org.jspecify.annotations.NullMarked;
