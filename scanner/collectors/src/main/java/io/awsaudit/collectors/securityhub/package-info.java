/** Reads whether Security Hub is on. */
@NullMarked
package io.awsaudit.collectors.securityhub;

import org.jspecify.annotations.NullMarked;
