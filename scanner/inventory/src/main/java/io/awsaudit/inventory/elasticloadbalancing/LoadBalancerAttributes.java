package io.awsaudit.inventory.elasticloadbalancing;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.OpenValue;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What can be set of a classic load balancer after it was made.
 *
 * @param crossZoneLoadBalancing whether each node uses the instances of all zones
 * @param accessLogs the bucket that each request is noted in; empty where they are off
 * @param connectionDraining whether requests under way are finished when an instance leaves
 * @param desyncMitigationMode what it does with requests that others could understand differently
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LoadBalancerAttributes.html">LoadBalancerAttributes</a>
 */
public record LoadBalancerAttributes(
        boolean crossZoneLoadBalancing,
        Optional<Arn> accessLogs,
        boolean connectionDraining,
        DesyncMitigationMode desyncMitigationMode) {
    /** Holds where each node uses the instances of its own zone only. */
    public static final Predicate<LoadBalancerAttributes> WITHIN_ZONES =
            attributes -> !attributes.crossZoneLoadBalancing();
    /** Holds where requests leave no trace. */
    public static final Predicate<LoadBalancerAttributes> WITHOUT_ACCESS_LOGS =
            attributes -> attributes.accessLogs().isEmpty();
    /** Holds where requests are cut off when an instance leaves. */
    public static final Predicate<LoadBalancerAttributes> WITHOUT_DRAINING =
            attributes -> !attributes.connectionDraining();
    /** Holds where ambiguous requests reach the instances. */
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
