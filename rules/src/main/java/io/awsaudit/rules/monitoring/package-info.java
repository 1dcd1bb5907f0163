/** What an account should raise an alarm on, and the fact that it does. */
@NullMarked
package io.awsaudit.rules.monitoring;

import org.jspecify.annotations.NullMarked;
