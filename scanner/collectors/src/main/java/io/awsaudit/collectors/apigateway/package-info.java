/** Reads REST APIs, their stages, and domain names. */
@NullMarked
package io.awsaudit.collectors.apigateway;

import org.jspecify.annotations.NullMarked;
