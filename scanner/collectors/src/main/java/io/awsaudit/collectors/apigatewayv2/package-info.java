/** Reads the stages, routes and integrations of HTTP and WebSocket APIs. */
@NullMarked
package io.awsaudit.collectors.apigatewayv2;

import org.jspecify.annotations.NullMarked;
