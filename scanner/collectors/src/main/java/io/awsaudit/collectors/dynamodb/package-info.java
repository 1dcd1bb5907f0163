/** Reads tables. */
@NullMarked
package io.awsaudit.collectors.dynamodb;

import org.jspecify.annotations.NullMarked;
