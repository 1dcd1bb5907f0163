package io.awsaudit.inventory.elasticloadbalancingv2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.OpenValue;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What can be set of a load balancer after it was made.
 *
 * @param deletionProtection whether it cannot be deleted before this is taken away
 * @param accessLogs the bucket that each request is noted in; empty where they are off, and always for gateway load balancers
 * @param dropInvalidHeaderFields of an application load balancer: whether headers that HTTP does not allow reach no target
 * @param desyncMitigationMode of an application load balancer: what it does with requests that others could understand
 *     differently
 * @param crossZoneLoadBalancing whether each node sends to targets of all zones: always, with an application load balancer
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html">LoadBalancerAttribute</a>
 */
public record LoadBalancerAttributes(
        boolean deletionProtection,
        Optional<Arn> accessLogs,
        boolean dropInvalidHeaderFields,
        DesyncMitigationMode desyncMitigationMode,
        boolean crossZoneLoadBalancing) {
    /** Holds where it can be deleted at any time. */
    public static final Predicate<LoadBalancerAttributes> DELETABLE = attributes -> !attributes.deletionProtection();
    /** Holds where each node sends to targets of its own zone alone. */
    public static final Predicate<LoadBalancerAttributes> ZONAL = attributes -> !attributes.crossZoneLoadBalancing();
    /** Holds where requests leave no trace. */
    public static final Predicate<LoadBalancerAttributes> WITHOUT_ACCESS_LOGS =
            attributes -> attributes.accessLogs().isEmpty();
    /** Holds where invalid headers reach the targets. */
    public static final Predicate<LoadBalancerAttributes> KEEPING_INVALID_HEADERS =
            attributes -> !attributes.dropInvalidHeaderFields();
    /** Holds where ambiguous requests reach the targets. */
    public static final Predicate<LoadBalancerAttributes> OPEN_TO_DESYNC =
            attributes -> !attributes.desyncMitigationMode().mitigates();

    /** How requests are handled that could be part of HTTP desync, or request smuggling. */
    public record DesyncMitigationMode(String value) implements OpenValue {
        public static final DesyncMitigationMode DEFENSIVE = new DesyncMitigationMode("defensive");
        public static final DesyncMitigationMode MONITOR = new DesyncMitigationMode("monitor");
        public static final DesyncMitigationMode STRICTEST = new DesyncMitigationMode("strictest");

        /** {@return whether requests known to be dangerous are held off} */
        public boolean mitigates() {
            return equals(DEFENSIVE) || equals(STRICTEST);
        }
    }
}
