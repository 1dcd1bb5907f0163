/** Reads pipes of EventBridge. */
@NullMarked
package io.awsaudit.collectors.pipes;

import org.jspecify.annotations.NullMarked;
