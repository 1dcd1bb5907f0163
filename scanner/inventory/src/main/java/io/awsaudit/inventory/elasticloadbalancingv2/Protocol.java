package io.awsaudit.inventory.elasticloadbalancingv2;

import io.awsaudit.inventory.OpenValue;
import java.util.Set;

/** What a listener or a target group speaks. */
public record Protocol(String value) implements OpenValue {
    public static final Protocol GENEVE = new Protocol("GENEVE");
    public static final Protocol HTTP = new Protocol("HTTP");
    public static final Protocol HTTPS = new Protocol("HTTPS");
    public static final Protocol QUIC = new Protocol("QUIC");
    public static final Protocol TCP = new Protocol("TCP");
    public static final Protocol TCP_QUIC = new Protocol("TCP_QUIC");
    public static final Protocol TCP_UDP = new Protocol("TCP_UDP");
    public static final Protocol TLS = new Protocol("TLS");
    public static final Protocol UDP = new Protocol("UDP");

    private static final Set<Protocol> ENCRYPTED = Set.of(HTTPS, QUIC, TLS);

    /** {@return whether nothing can be said in it in the clear} */
    public boolean isEncrypted() {
        return ENCRYPTED.contains(this);
    }
}
