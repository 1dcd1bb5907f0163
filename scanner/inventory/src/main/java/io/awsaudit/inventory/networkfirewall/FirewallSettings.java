package io.awsaudit.inventory.networkfirewall;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.OpenValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a firewall is, by {@code network-firewall:DescribeFirewall}.
 *
 * @param status such as {@code READY}
 * @param syncState whether all its endpoints work by the newest rules; empty where AWS does not say
 * @param policy by which it works
 * @param vpc empty for one that is attached to a transit gateway
 * @param subnets of the VPC, each in a zone of its own, where it has endpoints
 * @param zones those where it has endpoints, for one that is attached to a transit gateway
 * @param deleteProtection whether one call does not delete it
 * @param subnetChangeProtection whether its subnets stay as they are
 * @param zoneChangeProtection whether its zones stay as they are, for one that is attached to a transit gateway
 * @param policyChangeProtection whether it stays with its policy
 * @param kmsKey a key of the customer's own that encrypts what AWS keeps of it
 */
public record FirewallSettings(
        String status,
        SyncState syncState,
        Optional<Arn> policy,
        Optional<Arn> vpc,
        Optional<String> transitGateway,
        List<Arn> subnets,
        List<String> zones,
        boolean deleteProtection,
        boolean subnetChangeProtection,
        boolean zoneChangeProtection,
        boolean policyChangeProtection,
        Optional<Arn> kmsKey) {
    /** Whether all endpoints of a firewall work by the newest rules. */
    public record SyncState(String value) implements OpenValue {
        /** Rules name more addresses than the firewall takes: some do without the newest. */
        public static final SyncState CAPACITY_CONSTRAINED = new SyncState("CAPACITY_CONSTRAINED");

        public static final SyncState IN_SYNC = new SyncState("IN_SYNC");
        public static final SyncState PENDING = new SyncState("PENDING");
    }

    /** Holds of firewalls that are on their way out. */
    public static final Predicate<FirewallSettings> DELETING =
            firewall -> firewall.status().equals("DELETING");

    /** Holds of firewalls that one call deletes. */
    public static final Predicate<FirewallSettings> UNPROTECTED = firewall -> !firewall.deleteProtection();

    /** Holds of firewalls that one call takes away from where traffic goes. */
    public static final Predicate<FirewallSettings> MOVABLE = firewall ->
            firewall.isOfTransitGateway() ? !firewall.zoneChangeProtection() : !firewall.subnetChangeProtection();

    /** Holds of firewalls that one call gives other rules. */
    public static final Predicate<FirewallSettings> POLICY_CHANGEABLE = firewall -> !firewall.policyChangeProtection();

    /** Holds of firewalls in one zone, each of whose subnets is in one of its own. */
    public static final Predicate<FirewallSettings> IN_ONE_ZONE =
            firewall -> (firewall.isOfTransitGateway() ? firewall.zones() : firewall.subnets()).size() < 2;

    /** Holds of firewalls whose endpoints have just been told of other rules. */
    public static final Predicate<FirewallSettings> BEING_UPDATED =
            firewall -> firewall.syncState().equals(SyncState.PENDING);

    /** Holds of firewalls some of whose endpoints cannot take the newest rules. */
    public static final Predicate<FirewallSettings> OUT_OF_CAPACITY =
            firewall -> firewall.syncState().equals(SyncState.CAPACITY_CONSTRAINED);

    /** Where it has endpoints, as evidence. */
    public static final Function<FirewallSettings, List<String>> PLACES = firewall -> firewall.isOfTransitGateway()
            ? firewall.zones()
            : firewall.subnets().stream().map(Arn::lastSegment).toList();

    public FirewallSettings {
        subnets = List.copyOf(subnets);
        zones = List.copyOf(zones);
    }

    private boolean isOfTransitGateway() {
        return transitGateway.isPresent();
    }
}
