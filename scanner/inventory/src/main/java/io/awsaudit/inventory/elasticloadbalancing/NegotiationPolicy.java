package io.awsaudit.inventory.elasticloadbalancing;

import java.util.Optional;

/**
 * A policy of a classic load balancer that says which versions of TLS and which ciphers it accepts.
 *
 * @param referenceSecurityPolicy the predefined policy that it stands for; empty where its versions and ciphers were chosen one
 *     by one
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-ssl-security-policy.html">SSL negotiation
 *     configurations</a>
 */
public record NegotiationPolicy(String name, Optional<String> referenceSecurityPolicy) {}
