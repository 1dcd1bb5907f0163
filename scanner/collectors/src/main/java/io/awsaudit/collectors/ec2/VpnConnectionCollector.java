package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.VpnConnection;
import io.awsaudit.inventory.ec2.VpnConnection.State;
import io.awsaudit.inventory.ec2.VpnConnection.Tunnel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IKEVersionsListValue;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;
import software.amazon.awssdk.services.ec2.model.TunnelOption;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;

/** Reads site-to-site VPN connections. AWS sends the keys of their tunnels along, which go no further than the answer. */
final class VpnConnectionCollector implements Collector<VpnConnection> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeVpnConnections");

    @Override
    public Set<Class<? extends VpnConnection>> yields() {
        return Set.of(VpnConnection.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    /** AWS gives all connections in one page. */
    @Override
    public Stream<VpnConnection> collect(Reads reads) {
        return reads
                .list(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT).describeVpnConnections().vpnConnections())
                .stream()
                .filter(connection -> exists(new State(connection.stateAsString())))
                .map(connection -> read(connection, reads));
    }

    private static boolean exists(State state) {
        return !state.equals(State.DELETING) && !state.equals(State.DELETED);
    }

    private static VpnConnection read(software.amazon.awssdk.services.ec2.model.VpnConnection connection, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(connection.tags());
        return new VpnConnection(
                Identity.tagged(
                        reads.arn("ec2", "vpn-connection/" + connection.vpnConnectionId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, connection.vpnConnectionId()),
                        tags),
                new State(connection.stateAsString()),
                tunnels(
                        connection.options() == null
                                ? List.of()
                                : connection.options().tunnelOptions(),
                        connection.vgwTelemetry()),
                gateway(connection, reads));
    }

    /** What was chosen of a tunnel and how it is stand apart; its address in AWS says what belongs together. */
    private static List<Tunnel> tunnels(List<TunnelOption> options, List<VgwTelemetry> telemetry) {
        Set<String> addresses = new LinkedHashSet<>();
        options.forEach(option -> addresses.add(orEmpty(option.outsideIpAddress())));
        telemetry.forEach(state -> addresses.add(orEmpty(state.outsideIpAddress())));
        return addresses.stream()
                .map(address -> {
                    Optional<TunnelOption> chosen = options.stream()
                            .filter(option -> orEmpty(option.outsideIpAddress()).equals(address))
                            .findFirst();
                    return new Tunnel(
                            address,
                            telemetry.stream()
                                    .anyMatch(state ->
                                            orEmpty(state.outsideIpAddress()).equals(address)
                                                    && state.status() == TelemetryStatus.UP),
                            chosen.map(TunnelOption::ikeVersions).orElse(List.of()).stream()
                                    .map(IKEVersionsListValue::value)
                                    .toList(),
                            chosen.filter(VpnConnectionCollector::logs).isPresent());
                })
                .toList();
    }

    private static boolean logs(TunnelOption tunnel) {
        return tunnel.logOptions() != null
                && tunnel.logOptions().cloudWatchLogOptions() != null
                && Boolean.TRUE.equals(
                        tunnel.logOptions().cloudWatchLogOptions().logEnabled());
    }

    /** The answer names no owner, so a transit gateway that is shared with the account looks like its own. */
    private static Optional<Arn> gateway(
            software.amazon.awssdk.services.ec2.model.VpnConnection connection, Reads reads) {
        return Optional.ofNullable(connection.transitGatewayId())
                .map(id -> reads.arn("ec2", "transit-gateway/" + id))
                .or(() -> Optional.ofNullable(connection.vpnGatewayId())
                        .map(id -> reads.arn("ec2", "vpn-gateway/" + id)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
