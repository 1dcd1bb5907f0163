package io.awsaudit.inventory.elasticloadbalancing;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.OpenValue;
import java.util.List;
import java.util.Optional;

/**
 * A port on which a classic load balancer takes requests; no resource of its own.
 *
 * @param protocol between clients and the load balancer
 * @param instanceProtocol between the load balancer and its instances
 * @param certificate the ARN of what it shows to clients; empty without TLS. Of one that was deleted AWS sends the text
 *     {@code Invalid-Certificate}
 * @param policies names of the load balancer's policies that it heeds
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_ListenerDescription.html">ListenerDescription</a>
 */
public record Listener(
        Protocol protocol,
        int port,
        Protocol instanceProtocol,
        int instancePort,
        Optional<String> certificate,
        List<String> policies) {
    /** What is spoken. */
    public record Protocol(String value) implements OpenValue {
        public static final Protocol HTTP = new Protocol("HTTP");
        public static final Protocol HTTPS = new Protocol("HTTPS");
        public static final Protocol SSL = new Protocol("SSL");
        public static final Protocol TCP = new Protocol("TCP");
    }

    public Listener {
        policies = List.copyOf(policies);
    }

    /** {@return whether clients speak to it encrypted, and the load balancer ends that} */
    public boolean isEncrypted() {
        return protocol.equals(Protocol.HTTPS) || protocol.equals(Protocol.SSL);
    }

    /** {@return whether its certificate comes from AWS Certificate Manager} */
    public boolean hasAcmCertificate() {
        return certificate
                .map(Arn::new)
                .filter(arn -> arn.service().equals("acm"))
                .isPresent();
    }

    /** {@return protocol and port, as evidence} */
    public String label() {
        return protocol.value() + ":" + port;
    }
}
