package io.awsaudit.collectors.directconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.directconnect.Connection;
import io.awsaudit.inventory.directconnect.Lag;
import io.awsaudit.inventory.directconnect.VirtualInterface;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Direct Connect with AWS's documented responses: moto has no pages and no virtual interfaces, and its ids differ each time. */
class DirectConnectCollectorsTest {
    private static final String TARGET = "OvertureService.";
    private static final String ARN = "arn:aws:directconnect:us-east-1:111122223333:";

    @Test
    void connectionsAreReadToTheLastPageAndDeletedOnesAreNone() {
        try (CannedAws aws =
                new CannedAws().json(TARGET + "DescribeConnections", """
                        {"connections": [{"ownerAccount": "111122223333", "connectionId": "dxcon-a", "connectionName": "office",
                        "connectionState": "available", "location": "EqDC2", "bandwidth": "10Gbps", "lagId": "dxlag-a",
                        "macSecCapable": true, "encryptionMode": "should_encrypt", "portEncryptionStatus": "Encryption Down",
                        "tags": [{"key": "Owner", "value": "team"}]}], "nextToken": "more"}""").json("\"nextToken\":\"more\"", """
                        {"connections": [{"connectionId": "dxcon-b", "connectionState": "down", "location": "EqSe2"},
                        {"connectionId": "dxcon-c", "connectionState": "deleted", "location": "EqSe2"},
                        {"connectionId": "dxcon-d", "connectionState": "rejected", "location": "EqSe2"}]}""")) {
            List<Connection> connections = aws.collect(Connection.class).resources().stream()
                    .map(Connection.class::cast)
                    .toList();
            assertThat(connections).extracting(Connection::name).containsExactly("office", "dxcon-b");
            Connection office = connections.get(0);
            assertThat(office.arn()).isEqualTo(new Arn(ARN + "dxcon/dxcon-a"));
            assertThat(office.isEncrypted()).isFalse();
            assertThat(office.isAvailable()).isTrue();
            assertThat(office.tags()).isEqualTo(Observed.known(Map.of("Owner", "team")));
            assertThat(office.edges())
                    .containsExactly(new Edge(office.arn(), Relation.MEMBER_OF, new Arn(ARN + "dxlag/dxlag-a")));
            assertThat(connections.get(1).isBuilt()).isTrue();
            assertThat(connections.get(1).macSecCapable()).isFalse();
        }
    }

    @Test
    void bundlesAreReadWithHowManyLinesTheyNeed() {
        try (CannedAws aws = new CannedAws().json(TARGET + "DescribeLags", """
                {"lags": [{"lagId": "dxlag-a", "lagName": "bundle", "lagState": "available", "location": "EqDC2",
                "numberOfConnections": 2, "minimumLinks": 2}, {"lagId": "dxlag-b", "lagState": "deleting", "location": "EqDC2",
                "numberOfConnections": 0, "minimumLinks": 0}]}""")) {
            Lag lag = (Lag) aws.collect(Lag.class).resources().get(0);
            assertThat(aws.collect(Lag.class).resources()).hasSize(1);
            assertThat(lag.survivesALine()).isFalse();
            assertThat(lag.words()).isEqualTo("2, of which it needs 2");
        }
    }

    @Test
    void ofAVirtualInterfaceTheKeysAreNotKept() {
        try (CannedAws aws = new CannedAws().json(TARGET + "DescribeVirtualInterfaces", """
                {"virtualInterfaces": [{"virtualInterfaceId": "dxvif-a", "virtualInterfaceName": "office", "connectionId": "dxcon-a",
                "virtualInterfaceType": "private", "virtualInterfaceState": "available", "authKey": "s3cr3tKey",
                "bgpPeers": [{"addressFamily": "ipv4", "authKey": "s3cr3tKey", "bgpPeerState": "available", "bgpStatus": "up"},
                {"addressFamily": "ipv6", "bgpPeerState": "available", "bgpStatus": "unknown"},
                {"addressFamily": "ipv6", "bgpPeerState": "deleted", "bgpStatus": "down"}]},
                {"virtualInterfaceId": "dxvif-b", "virtualInterfaceType": "public", "virtualInterfaceState": "deleted"}]}""")) {
            List<VirtualInterface> interfaces = aws.collect(VirtualInterface.class).resources().stream()
                    .map(VirtualInterface.class::cast)
                    .toList();
            assertThat(interfaces).hasSize(1);
            VirtualInterface office = interfaces.get(0);
            assertThat(office.words()).isEqualTo("available, peers: [ipv4 up, ipv6 unknown]");
            assertThat(office.isDown()).isFalse();
            assertThat(office.isUndecided()).isTrue();
            assertThat(office.edges())
                    .containsExactly(new Edge(office.arn(), Relation.IN, new Arn(ARN + "dxcon/dxcon-a")));
            assertThat(office.toString()).doesNotContain("s3cr3tKey");
        }
    }
}
