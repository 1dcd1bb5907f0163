/** Reads whether Amazon Macie is on, and what it does by itself. */
@NullMarked
package io.awsaudit.collectors.macie2;

import org.jspecify.annotations.NullMarked;
