/** Reads APIs of AppSync. */
@NullMarked
package io.awsaudit.collectors.appsync;

import org.jspecify.annotations.NullMarked;
