package io.awsaudit.collectors.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.ClientVpnEndpoint;
import io.awsaudit.inventory.ec2.NetworkInterface;
import io.awsaudit.inventory.ec2.TransitGateway;
import io.awsaudit.inventory.ec2.TransitGateway.AutoAccept;
import io.awsaudit.inventory.ec2.VpcBlockPublicAccessOptions;
import io.awsaudit.inventory.ec2.VpcBlockPublicAccessOptions.Mode;
import io.awsaudit.inventory.ec2.VpnConnection;
import io.awsaudit.inventory.ec2.VpnConnection.Tunnel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of ways into networks, with AWS's documented responses. */
class ConnectivityCollectorsTest {
    private static final String KEY = "vEryS3cretPreSharedKey";

    @Test
    void theOptionsAndTheStateOfATunnelComeTogetherByItsAddress() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeVpnConnections",
                        answer("DescribeVpnConnections", "vpnConnectionSet", """
                        <item><vpnConnectionId>vpn-1</vpnConnectionId><state>available</state>
                        <customerGatewayConfiguration>&lt;pre_shared_key&gt;%1$s&lt;/pre_shared_key&gt;</customerGatewayConfiguration>
                        <transitGatewayId>tgw-1</transitGatewayId>
                        <options><tunnelOptionSet>
                          <item><outsideIpAddress>203.0.113.1</outsideIpAddress><preSharedKey>%1$s</preSharedKey>
                            <ikeVersionSet><item><value>ikev2</value></item></ikeVersionSet>
                            <logOptions><cloudWatchLogOptions><logEnabled>true</logEnabled></cloudWatchLogOptions></logOptions></item>
                          <item><outsideIpAddress>203.0.113.2</outsideIpAddress><preSharedKey>%1$s</preSharedKey>
                            <logOptions><cloudWatchLogOptions><logEnabled>false</logEnabled></cloudWatchLogOptions></logOptions></item>
                        </tunnelOptionSet></options>
                        <vgwTelemetry>
                          <item><outsideIpAddress>203.0.113.2</outsideIpAddress><status>UP</status></item>
                          <item><outsideIpAddress>203.0.113.1</outsideIpAddress><status>DOWN</status></item></vgwTelemetry>
                        <tagSet><item><key>Name</key><value>office</value></item></tagSet></item>""".formatted(KEY)))) {
            VpnConnection connection = only(aws, VpnConnection.class);
            assertThat(connection.arn()).isEqualTo(new Arn("arn:aws:ec2:us-east-1:111122223333:vpn-connection/vpn-1"));
            assertThat(connection.name()).isEqualTo("office");
            assertThat(connection.tunnels())
                    .containsExactly(
                            new Tunnel("203.0.113.1", false, List.of("ikev2"), true),
                            new Tunnel("203.0.113.2", true, List.of(), false));
            assertThat(connection.gateway())
                    .contains(new Arn("arn:aws:ec2:us-east-1:111122223333:transit-gateway/tgw-1"));
            assertThat(connection.toString()).doesNotContain(KEY);
        }
    }

    @Test
    void aConnectionWithoutOptionsHasTheTunnelsThatAreToldOf() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeVpnConnections", answer("DescribeVpnConnections", "vpnConnectionSet", """
                        <item><vpnConnectionId>vpn-1</vpnConnectionId><state>available</state><vpnGatewayId>vgw-1</vpnGatewayId>
                        <vgwTelemetry><item><outsideIpAddress>203.0.113.1</outsideIpAddress><status>UP</status></item></vgwTelemetry></item>
                        <item><vpnConnectionId>vpn-2</vpnConnectionId><state>pending</state></item>
                        <item><vpnConnectionId>vpn-3</vpnConnectionId><state>deleted</state></item>
                        <item><vpnConnectionId>vpn-4</vpnConnectionId><state>deleting</state></item>"""))) {
            List<VpnConnection> connections = all(aws, VpnConnection.class);
            assertThat(connections).extracting(Resource::name).containsExactly("vpn-1", "vpn-2");
            assertThat(connections.get(0).tunnels()).containsExactly(new Tunnel("203.0.113.1", true, List.of(), false));
            assertThat(connections.get(0).gateway())
                    .contains(new Arn("arn:aws:ec2:us-east-1:111122223333:vpn-gateway/vgw-1"));
            assertThat(connections.get(1).tunnels()).isEmpty();
            assertThat(connections.get(1).gateway()).isEmpty();
        }
    }

    @Test
    void clientVpnEndpointsAreReadToTheLastPageAndDeletedOnesAreNone() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeClientVpnEndpoints", """
                        <DescribeClientVpnEndpointsResponse><clientVpnEndpoint>
                        <item><clientVpnEndpointId>cvpn-endpoint-1</clientVpnEndpointId><status><code>available</code></status>
                        <connectionLogOptions><Enabled>true</Enabled><CloudwatchLogGroup>vpn</CloudwatchLogGroup></connectionLogOptions>
                        <vpcId>vpc-1</vpcId><securityGroupIdSet><item>sg-1</item></securityGroupIdSet></item></clientVpnEndpoint>
                        <nextToken>more</nextToken></DescribeClientVpnEndpointsResponse>""")
                .xml("NextToken=more", answer("DescribeClientVpnEndpoints", "clientVpnEndpoint", """
                        <item><clientVpnEndpointId>cvpn-endpoint-2</clientVpnEndpointId><status><code>pending-associate</code></status>
                        <connectionLogOptions><Enabled>false</Enabled></connectionLogOptions></item>
                        <item><clientVpnEndpointId>cvpn-endpoint-3</clientVpnEndpointId><status><code>deleting</code></status></item>"""))) {
            List<ClientVpnEndpoint> endpoints = all(aws, ClientVpnEndpoint.class);
            assertThat(endpoints).extracting(Resource::name).containsExactly("cvpn-endpoint-1", "cvpn-endpoint-2");
            assertThat(endpoints.get(0).logsConnections()).isTrue();
            assertThat(endpoints.get(0).logGroup()).contains("vpn");
            assertThat(endpoints.get(0).vpc()).contains(new Arn("arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1"));
            assertThat(endpoints.get(0).securityGroups())
                    .containsExactly(new Arn("arn:aws:ec2:us-east-1:111122223333:security-group/sg-1"));
            assertThat(endpoints.get(1).logsConnections()).isFalse();
        }
    }

    @Test
    void transitGatewaysOfOthersAndDeletedOnesAreNone() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeTransitGateways", """
                        <DescribeTransitGatewaysResponse><transitGatewaySet>%s%s</transitGatewaySet>
                        <nextToken>more</nextToken></DescribeTransitGatewaysResponse>""".formatted(
                                transitGateway("tgw-1", "111122223333", "available"),
                                transitGateway("tgw-2", "444455556666", "available")))
                .xml(
                        "NextToken=more",
                        answer(
                                "DescribeTransitGateways",
                                "transitGatewaySet",
                                transitGateway("tgw-3", "111122223333", "deleting")
                                        + transitGateway("tgw-4", "111122223333", "deleted")
                                        + transitGateway("tgw-5", "111122223333", "modifying")))) {
            List<TransitGateway> gateways = all(aws, TransitGateway.class);
            assertThat(gateways).extracting(Resource::name).containsExactly("tgw-1", "tgw-5");
            assertThat(gateways.get(0).autoAcceptSharedAttachments()).isEqualTo(AutoAccept.ENABLE);
            assertThat(gateways.get(0).arn())
                    .isEqualTo(new Arn("arn:aws:ec2:us-east-1:111122223333:transit-gateway/tgw-1"));
        }
    }

    @Test
    void aTransitGatewayWithoutOptionsIsAGap() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeTransitGateways", answer("DescribeTransitGateways", "transitGatewaySet", """
                        <item><transitGatewayId>tgw-1</transitGatewayId><ownerId>111122223333</ownerId><state>available</state></item>"""))) {
            Inventory inventory = aws.collect(TransitGateway.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .anySatisfy(
                            listing -> assertThat(listing.gap().map(Gap::detail).orElse(""))
                                    .contains("options"));
        }
    }

    @Test
    void networkInterfacesAreReadToTheLastPageAndThoseOfOthersAreLeftToThem() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeNetworkInterfaces", """
                        <DescribeNetworkInterfacesResponse><networkInterfaceSet>
                        <item><networkInterfaceId>eni-1</networkInterfaceId><ownerId>111122223333</ownerId><vpcId>vpc-1</vpcId>
                        <subnetId>subnet-1</subnetId><interfaceType>interface</interfaceType><requesterManaged>false</requesterManaged>
                        <sourceDestCheck>false</sourceDestCheck><groupSet><item><groupId>sg-1</groupId></item></groupSet>
                        <attachment><instanceId>i-1</instanceId></attachment><status>in-use</status></item>
                        <item><networkInterfaceId>eni-2</networkInterfaceId><ownerId>444455556666</ownerId>
                        <sourceDestCheck>true</sourceDestCheck></item></networkInterfaceSet>
                        <nextToken>more</nextToken></DescribeNetworkInterfacesResponse>""")
                .xml("NextToken=more", answer("DescribeNetworkInterfaces", "networkInterfaceSet", """
                        <item><networkInterfaceId>eni-3</networkInterfaceId><ownerId>111122223333</ownerId>
                        <interfaceType>nat_gateway</interfaceType><requesterManaged>true</requesterManaged>
                        <sourceDestCheck>false</sourceDestCheck><status>available</status></item>"""))) {
            List<NetworkInterface> cards = all(aws, NetworkInterface.class);
            assertThat(cards).extracting(Resource::name).containsExactly("eni-1", "eni-3");
            NetworkInterface card = cards.get(0);
            assertThat(card.sourceDestCheck()).isFalse();
            assertThat(card.isServiceOwned()).isFalse();
            assertThat(card.instance()).contains(new Arn("arn:aws:ec2:us-east-1:111122223333:instance/i-1"));
            assertThat(card.subnet()).contains(new Arn("arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1"));
            assertThat(card.securityGroups())
                    .containsExactly(new Arn("arn:aws:ec2:us-east-1:111122223333:security-group/sg-1"));
            assertThat(cards.get(1).isServiceOwned()).isTrue();
            assertThat(cards.get(1).securityGroups()).isEmpty();
        }
    }

    @Test
    void whetherVpcsMayUseInternetGatewaysIsRead() {
        try (CannedAws aws = new CannedAws().xml("Action=DescribeVpcBlockPublicAccessOptions", """
                        <DescribeVpcBlockPublicAccessOptionsResponse><vpcBlockPublicAccessOptions>
                        <awsAccountId>111122223333</awsAccountId><state>default-state</state>
                        <internetGatewayBlockMode>off</internetGatewayBlockMode></vpcBlockPublicAccessOptions>
                        </DescribeVpcBlockPublicAccessOptionsResponse>""")) {
            assertThat(only(aws, VpcBlockPublicAccessOptions.class)
                            .internetGatewayBlockMode()
                            .knownToBe(Mode.OFF))
                    .isTrue();
        }
        try (CannedAws aws = new CannedAws().xml("Action=DescribeVpcBlockPublicAccessOptions", """
                        <DescribeVpcBlockPublicAccessOptionsResponse><vpcBlockPublicAccessOptions>
                        <internetGatewayBlockMode>block-bidirectional</internetGatewayBlockMode></vpcBlockPublicAccessOptions>
                        </DescribeVpcBlockPublicAccessOptionsResponse>""")) {
            assertThat(only(aws, VpcBlockPublicAccessOptions.class)
                            .internetGatewayBlockMode()
                            .knownToBe(Mode.BLOCK_BIDIRECTIONAL))
                    .isTrue();
        }
    }

    @Test
    void aRegionThatCannotBlockInternetGatewaysBlocksNone() {
        try (CannedAws aws =
                new CannedAws().answer("Action=DescribeVpcBlockPublicAccessOptions", 400, "text/xml", """
                        <Response><Errors><Error><Code>InvalidAction</Code><Message>no such action</Message></Error></Errors></Response>""")) {
            assertThat(only(aws, VpcBlockPublicAccessOptions.class)
                            .internetGatewayBlockMode()
                            .knownToBe(Mode.OFF))
                    .isTrue();
        }
    }

    private static String transitGateway(String id, String owner, String state) {
        return """
                <item><transitGatewayId>%s</transitGatewayId>
                <transitGatewayArn>arn:aws:ec2:us-east-1:%s:transit-gateway/%s</transitGatewayArn><ownerId>%s</ownerId>
                <state>%s</state><options><autoAcceptSharedAttachments>enable</autoAcceptSharedAttachments></options></item>
                """.formatted(id, owner, id, owner, state);
    }

    private static String answer(String operation, String list, String items) {
        return "<%1$sResponse><%2$s>%3$s</%2$s></%1$sResponse>".formatted(operation, list, items);
    }

    private static <R extends Resource> List<R> all(CannedAws aws, Class<R> type) {
        return aws.collect(type).resources().stream().map(type::cast).toList();
    }

    private static <R extends Resource> R only(CannedAws aws, Class<R> type) {
        List<R> all = all(aws, type);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
