/** The stages, routes and integrations of HTTP and WebSocket APIs. */
@NullMarked
package io.awsaudit.inventory.apigatewayv2;

import org.jspecify.annotations.NullMarked;
