package io.awsaudit.inventory.apigatewayv2;

import io.awsaudit.inventory.OpenValue;

/** The protocol that an API is spoken to in. */
public record ProtocolType(String value) implements OpenValue {
    public static final ProtocolType HTTP = new ProtocolType("HTTP");
    public static final ProtocolType WEBSOCKET = new ProtocolType("WEBSOCKET");
}
