/** Reads the subscription of Shield Advanced and what it protects. */
@NullMarked
package io.awsaudit.collectors.shield;

import org.jspecify.annotations.NullMarked;
