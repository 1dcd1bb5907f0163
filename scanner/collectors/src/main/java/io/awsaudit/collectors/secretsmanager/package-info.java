/** Reads what is known of secrets, and never a secret. */
@NullMarked
package io.awsaudit.collectors.secretsmanager;

import org.jspecify.annotations.NullMarked;
