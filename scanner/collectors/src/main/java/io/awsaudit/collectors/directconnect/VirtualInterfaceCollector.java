package io.awsaudit.collectors.directconnect;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.directconnect.VirtualInterface;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.directconnect.DirectConnectClient;
import software.amazon.awssdk.services.directconnect.model.DescribeVirtualInterfacesResponse;

/** Reads the ways over lines from data centres into a region. The listing holds keys, which are left where they are. */
final class VirtualInterfaceCollector implements Collector<VirtualInterface> {
    private static final Operation DESCRIBE =
            Operation.of("directconnect:DescribeVirtualInterfaces").pages(DirectConnect.PAGE);
    private static final String UNKNOWN = "unknown";

    @Override
    public Set<Class<? extends VirtualInterface>> yields() {
        return Set.of(VirtualInterface.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<VirtualInterface> collect(Reads reads) {
        DirectConnectClient client = reads.client(DirectConnect.CLIENT);
        return reads.pages(
                        DESCRIBE,
                        () -> TokenPages.of(
                                token -> client.describeVirtualInterfaces(request ->
                                        request.maxResults(DirectConnect.PAGE).nextToken(token)),
                                DescribeVirtualInterfacesResponse::virtualInterfaces,
                                DescribeVirtualInterfacesResponse::nextToken))
                .filter(way -> !DirectConnect.isGone(way.virtualInterfaceStateAsString()))
                .map(way -> read(way, reads));
    }

    private static VirtualInterface read(
            software.amazon.awssdk.services.directconnect.model.VirtualInterface listed, Reads reads) {
        return new VirtualInterface(
                DirectConnect.identity(
                        reads.arn(
                                "directconnect",
                                "dxvif/" + Answers.sent(listed.virtualInterfaceId(), "virtualInterfaceId")),
                        listed.virtualInterfaceName(),
                        listed.tags(),
                        reads),
                Answers.sent(listed.virtualInterfaceType(), "virtualInterfaceType"),
                new VirtualInterface.State(
                        Answers.sent(listed.virtualInterfaceStateAsString(), "virtualInterfaceState")),
                DirectConnect.line(reads, listed.connectionId()),
                listed.bgpPeers().stream()
                        .filter(peer -> !DirectConnect.isGone(peer.bgpPeerStateAsString()))
                        .map(peer -> new VirtualInterface.Peer(
                                peer.addressFamilyAsString() == null ? "ipv4" : peer.addressFamilyAsString(),
                                Optional.ofNullable(peer.bgpStatusAsString())
                                        .filter(status -> !UNKNOWN.equals(status))))
                        .toList());
    }
}
