package io.awsaudit.collectors.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.FlowLog;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.NatGateway;
import io.awsaudit.inventory.ec2.NetworkAcl;
import io.awsaudit.inventory.ec2.NetworkAclEntry;
import io.awsaudit.inventory.ec2.PortRange;
import io.awsaudit.inventory.ec2.Route;
import io.awsaudit.inventory.ec2.RouteTable;
import io.awsaudit.inventory.ec2.SecurityGroup;
import io.awsaudit.inventory.ec2.Subnet;
import io.awsaudit.inventory.ec2.Vpc;
import io.awsaudit.inventory.ec2.VpcEndpoint;
import io.awsaudit.inventory.ec2.VpcPeeringConnection;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of networks, with AWS's documented responses. */
class NetworkCollectorsTest {
    private static final String GROUP_WITH_LISTS = answer(
            "DescribeSecurityGroups", "securityGroupInfo", """
            <item><ownerId>111122223333</ownerId><groupId>%s</groupId><groupName>%s</groupName><vpcId>vpc-1</vpcId>
              <ipPermissions><item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>
                <prefixListIds><item><prefixListId>pl-1</prefixListId></item></prefixListIds></item></ipPermissions></item>
            """.formatted("sg-1", "one") + """
            <item><ownerId>111122223333</ownerId><groupId>%s</groupId><groupName>%s</groupName><vpcId>vpc-1</vpcId>
              <ipPermissionsEgress><item><ipProtocol>-1</ipProtocol>
                <prefixListIds><item><prefixListId>pl-1</prefixListId></item></prefixListIds></item></ipPermissionsEgress></item>
            """.formatted("sg-2", "two"));

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeVpcs", """
                        <DescribeVpcsResponse><vpcSet><item><vpcId>vpc-1</vpcId><ownerId>111122223333</ownerId></item></vpcSet>
                        <nextToken>more</nextToken></DescribeVpcsResponse>""")
                .xml("NextToken=more", answer("DescribeVpcs", "vpcSet", """
                        <item><vpcId>vpc-2</vpcId><ownerId>111122223333</ownerId><isDefault>true</isDefault>
                        <cidrBlockAssociationSet>
                          <item><cidrBlock>10.0.0.0/16</cidrBlock><cidrBlockState><state>associated</state></cidrBlockState></item>
                          <item><cidrBlock>10.1.0.0/16</cidrBlock><cidrBlockState><state>disassociated</state></cidrBlockState></item>
                        </cidrBlockAssociationSet>
                        <tagSet><item><key>Name</key><value>main</value></item></tagSet></item>"""))) {
            List<Resource> vpcs = aws.collect(Vpc.class).resources();
            assertThat(vpcs).extracting(Resource::name).containsExactly("vpc-1", "main");
            assertThat(vpcs.get(1).arn()).isEqualTo(new Arn("arn:aws:ec2:us-east-1:111122223333:vpc/vpc-2"));
            assertThat(((Vpc) vpcs.get(1)).isDefault()).isTrue();
            assertThat(((Vpc) vpcs.get(1)).ranges()).containsExactly(new IpRange("10.0.0.0/16"));
        }
    }

    @Test
    void whatAnotherAccountSharesIsLeftToThatAccount() {
        try (CannedAws aws =
                new CannedAws().xml("Action=DescribeSubnets", answer("DescribeSubnets", "subnetSet", """
                        <item><subnetId>subnet-1</subnetId><vpcId>vpc-1</vpcId><ownerId>444455556666</ownerId>
                        <availabilityZone>us-east-1a</availabilityZone><cidrBlock>10.0.0.0/24</cidrBlock></item>
                        <item><subnetId>subnet-2</subnetId><vpcId>vpc-1</vpcId><ownerId>111122223333</ownerId>
                        <availabilityZone>us-east-1a</availabilityZone><ipv6Native>true</ipv6Native>
                        <ipv6CidrBlockAssociationSet><item><ipv6CidrBlock>2001:db8::/64</ipv6CidrBlock>
                        <ipv6CidrBlockState><state>associated</state></ipv6CidrBlockState></item></ipv6CidrBlockAssociationSet>
                        <assignIpv6AddressOnCreation>true</assignIpv6AddressOnCreation>
                        <availableIpAddressCount>0</availableIpAddressCount></item>"""))) {
            Subnet subnet = only(aws, Subnet.class);
            assertThat(subnet.hasIpv4()).isFalse();
            assertThat(subnet.isNearlyFull(100)).isFalse();
            assertThat(subnet.name()).isEqualTo("subnet-2");
            assertThat(subnet.ranges()).containsExactly(new IpRange("2001:db8::/64"));
            assertThat(subnet.mapPublicIpOnLaunch()).isFalse();
            assertThat(subnet.assignIpv6AddressOnCreation()).isTrue();
        }
    }

    @Test
    void aPermissionIsARuleForEachSourceThatItNames() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeSecurityGroups", answer("DescribeSecurityGroups", "securityGroupInfo", """
                        <item><ownerId>111122223333</ownerId><groupId>sg-1</groupId><groupName>web</groupName><vpcId>vpc-1</vpcId>
                        <ipPermissions>
                          <item><ipProtocol>tcp</ipProtocol><fromPort>20</fromPort><toPort>22</toPort>
                            <ipRanges><item><cidrIp>10.0.0.0/8</cidrIp></item><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges>
                            <ipv6Ranges><item><cidrIpv6>::/0</cidrIpv6></item></ipv6Ranges></item>
                          <item><ipProtocol>-1</ipProtocol>
                            <groups><item><groupId>sg-9</groupId><userId>444455556666</userId></item></groups></item>
                        </ipPermissions></item>"""))) {
            SecurityGroup group = only(aws, SecurityGroup.class);
            assertThat(group.ingress())
                    .extracting(rule -> rule.words("from"))
                    .containsExactly(
                            "tcp 20-22 from 10.0.0.0/8",
                            "tcp 20-22 from 0.0.0.0/0",
                            "tcp 20-22 from ::/0",
                            "all traffic from sg-9");
            assertThat(group.ingress().get(3).ports()).isEqualTo(PortRange.ALL);
            assertThat(group.ingress().get(3).referencedGroup())
                    .contains(new Arn("arn:aws:ec2:us-east-1:444455556666:security-group/sg-9"));
            assertThat(group.egress()).isEmpty();
            assertThat(group.prefixLists().knownToBe(Map.of())).isTrue();
            assertThat(aws.requests()).noneMatch(request -> request.contains("GetManagedPrefixListEntries"));
        }
    }

    @Test
    void aPrefixListIsReadOnceAndToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeSecurityGroups", GROUP_WITH_LISTS)
                .xml("Action=GetManagedPrefixListEntries", """
                        <GetManagedPrefixListEntriesResponse><entrySet><item><cidr>10.0.0.0/8</cidr></item></entrySet>
                        <nextToken>more</nextToken></GetManagedPrefixListEntriesResponse>""")
                .xml(
                        "NextToken=more",
                        answer("GetManagedPrefixListEntries", "entrySet", "<item><cidr>0.0.0.0/0</cidr></item>"))) {
            List<Resource> groups = aws.collect(SecurityGroup.class).resources();
            assertThat(groups)
                    .hasSize(2)
                    .allMatch(group -> ((SecurityGroup) group)
                            .prefixLists()
                            .knownToBe(Map.of("pl-1", List.of(new IpRange("10.0.0.0/8"), new IpRange("0.0.0.0/0")))));
            assertThat(((SecurityGroup) groups.get(0)).openToEveryIpv4(List.of("22")))
                    .containsExactly("tcp 22 from pl-1");
            assertThat(aws.requests().stream().filter(request -> request.contains("GetManagedPrefixListEntries")))
                    .hasSize(2);
        }
    }

    @Test
    void aRefusedPrefixListIsUnknownForTheGroupsThatNameIt() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeSecurityGroups", GROUP_WITH_LISTS)
                .answer("Action=GetManagedPrefixListEntries", 403, "text/xml", """
                        <Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>""")) {
            assertThat(aws.collect(SecurityGroup.class).resources()).hasSize(2).allSatisfy(group -> {
                Gap gap = ((SecurityGroup) group).prefixLists().unknownBecause().orElseThrow();
                assertThat(gap.cause()).isEqualTo(Gap.Cause.DENIED);
                assertThat(gap.action()).contains("ec2:GetManagedPrefixListEntries");
            });
            assertThat(aws.requests().stream().filter(request -> request.contains("GetManagedPrefixListEntries")))
                    .hasSize(1);
        }
    }

    @Test
    void aRefusedListingIsAGap() {
        try (CannedAws aws = new CannedAws().answer("Action=DescribeSecurityGroups", 403, "text/xml", """
                <Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>""")) {
            assertThat(aws.collect(SecurityGroup.class).coverage().listings())
                    .singleElement()
                    .satisfies(listing ->
                            assertThat(listing.gap().orElseThrow().cause()).isEqualTo(Gap.Cause.DENIED));
        }
    }

    @Test
    void aRouteIsNamedByItsTarget() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeRouteTables", answer("DescribeRouteTables", "routeTableSet", """
                <item><routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId><ownerId>111122223333</ownerId>
                <routeSet>
                  <item><destinationCidrBlock>10.0.0.0/16</destinationCidrBlock><gatewayId>local</gatewayId><state>active</state></item>
                  <item><destinationIpv6CidrBlock>::/0</destinationIpv6CidrBlock><gatewayId>igw-1</gatewayId><state>active</state></item>
                  <item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><natGatewayId>nat-1</natGatewayId><state>blackhole</state></item>
                  <item><destinationPrefixListId>pl-63a5400a</destinationPrefixListId><gatewayId>vpce-1</gatewayId><state>active</state></item>
                  <item><destinationCidrBlock>10.9.0.0/16</destinationCidrBlock><instanceId>i-1</instanceId>
                    <networkInterfaceId>eni-1</networkInterfaceId><state>active</state></item>
                  <item><destinationCidrBlock>10.8.0.0/16</destinationCidrBlock><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><state>active</state></item>
                  <item><destinationCidrBlock>10.7.0.0/16</destinationCidrBlock><gatewayId>vgw-1</gatewayId><state>active</state></item>
                </routeSet>
                <associationSet>
                  <item><routeTableAssociationId>a-1</routeTableAssociationId><main>true</main></item>
                  <item><routeTableAssociationId>a-2</routeTableAssociationId><subnetId>subnet-1</subnetId><main>false</main></item>
                  <item><routeTableAssociationId>a-3</routeTableAssociationId><gatewayId>igw-1</gatewayId><main>false</main></item>
                </associationSet></item>"""))) {
            RouteTable table = only(aws, RouteTable.class);
            assertThat(table.routes())
                    .extracting(Route::kind)
                    .containsExactly(
                            Route.TargetKind.LOCAL,
                            Route.TargetKind.INTERNET_GATEWAY,
                            Route.TargetKind.NAT_GATEWAY,
                            Route.TargetKind.VPC_ENDPOINT,
                            Route.TargetKind.INSTANCE,
                            Route.TargetKind.VPC_PEERING_CONNECTION,
                            Route.TargetKind.VPN_GATEWAY);
            assertThat(table.deadRoutes()).containsExactly("0.0.0.0/0 to nat-1 (blackhole)");
            assertThat(table.main()).isTrue();
            assertThat(table.subnets()).containsExactly(new Arn("arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1"));
            // A list that leads to a service says nothing about the internet, and is not read.
            assertThat(table.prefixLists().knownToBe(Map.of())).isTrue();
        }
    }

    @Test
    void aRegionalNatGatewayStandsInNoSubnet() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeNatGateways", answer("DescribeNatGateways", "natGatewaySet", """
                <item><natGatewayId>nat-1</natGatewayId><vpcId>vpc-1</vpcId><state>available</state>
                <connectivityType>public</connectivityType><availabilityMode>regional</availabilityMode></item>"""))) {
            NatGateway gateway = only(aws, NatGateway.class);
            assertThat(gateway.regional()).isTrue();
            assertThat(gateway.subnet()).isEmpty();
            assertThat(gateway.leadsToInternet()).isTrue();
        }
    }

    @Test
    void entriesOfANetworkAclAreInTheOrderInWhichTheyAreTried() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeNetworkAcls", answer("DescribeNetworkAcls", "networkAclSet", """
                <item><networkAclId>acl-1</networkAclId><vpcId>vpc-1</vpcId><ownerId>111122223333</ownerId><default>false</default>
                <entrySet>
                  <item><ruleNumber>32767</ruleNumber><protocol>-1</protocol><ruleAction>deny</ruleAction><egress>false</egress><cidrBlock>0.0.0.0/0</cidrBlock></item>
                  <item><ruleNumber>100</ruleNumber><protocol>6</protocol><ruleAction>allow</ruleAction><egress>false</egress>
                    <ipv6CidrBlock>::/0</ipv6CidrBlock><portRange><from>22</from><to>22</to></portRange></item>
                </entrySet>
                <associationSet><item><networkAclAssociationId>x</networkAclAssociationId><networkAclId>acl-1</networkAclId><subnetId>subnet-1</subnetId></item></associationSet>
                </item>"""))) {
            NetworkAcl acl = only(aws, NetworkAcl.class);
            assertThat(acl.entries())
                    .extracting(NetworkAclEntry::words)
                    .containsExactly("100: allow tcp 22 from ::/0", "32767: deny all traffic from 0.0.0.0/0");
            assertThat(acl.subnets()).extracting(Arn::lastSegment).containsExactly("subnet-1");
        }
    }

    @Test
    void aFlowLogNamesWhatItRecordsByTheKindOfItsId() {
        try (CannedAws aws =
                new CannedAws().xml("Action=DescribeFlowLogs", answer("DescribeFlowLogs", "flowLogSet", """
                <item><flowLogId>fl-1</flowLogId><resourceId>vpc-1</resourceId><flowLogStatus>ACTIVE</flowLogStatus>
                  <trafficType>REJECT</trafficType><logGroupName>flow</logGroupName><logDestinationType>cloud-watch-logs</logDestinationType>
                  <deliverLogsStatus>FAILED</deliverLogsStatus><deliverLogsErrorMessage>Access error</deliverLogsErrorMessage></item>
                <item><flowLogId>fl-2</flowLogId><resourceId>tgw-attach-1</resourceId><flowLogStatus>ACTIVE</flowLogStatus>
                  <logDestination>arn:aws:s3:::logs</logDestination></item>"""))) {
            List<Resource> logs = aws.collect(FlowLog.class).resources();
            FlowLog vpc = (FlowLog) logs.get(0);
            assertThat(vpc.resource()).isEqualTo(new Arn("arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1"));
            assertThat(vpc.destination()).contains(new Arn("arn:aws:logs:us-east-1:111122223333:log-group:flow"));
            assertThat(vpc.failsToDeliver()).isTrue();
            FlowLog gateway = (FlowLog) logs.get(1);
            assertThat(gateway.resource().resource()).isEqualTo("transit-gateway-attachment/tgw-attach-1");
            assertThat(gateway.trafficType()).isEmpty();
            assertThat(gateway.destination()).contains(new Arn("arn:aws:s3:::logs"));
        }
    }

    @Test
    void anEndpointWithoutADocumentHasNoPolicyAndABrokenOneIsUnknown() {
        String endpoint = """
                <item><vpcEndpointId>%s</vpcEndpointId><vpcEndpointType>%s</vpcEndpointType><vpcId>vpc-1</vpcId>
                <serviceName>com.amazonaws.us-east-1.s3</serviceName><state>Available</state>
                <ownerId>111122223333</ownerId>%s</item>""";
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeVpcEndpoints",
                        answer(
                                "DescribeVpcEndpoints",
                                "vpcEndpointSet",
                                endpoint.formatted("vpce-1", "GatewayLoadBalancer", "")
                                        + endpoint.formatted(
                                                "vpce-2", "Interface", "<policyDocument>{nonsense</policyDocument>")
                                        + endpoint.formatted(
                                                "vpce-3",
                                                "Gateway",
                                                "<routeTableIdSet><item>rtb-1</item></routeTableIdSet><policyDocument>"
                                                        + "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}</policyDocument>")))) {
            List<Resource> endpoints = aws.collect(VpcEndpoint.class).resources();
            assertThat(((VpcEndpoint) endpoints.get(0)).policy().knownToBe(Policy.NONE))
                    .isTrue();
            assertThat(((VpcEndpoint) endpoints.get(1))
                            .policy()
                            .unknownBecause()
                            .orElseThrow()
                            .cause())
                    .isEqualTo(Gap.Cause.MALFORMED);
            assertThat(((VpcEndpoint) endpoints.get(2)).policy().knownTo(VpcEndpoint.FULL_ACCESS))
                    .isTrue();
            assertThat(((VpcEndpoint) endpoints.get(2)).isS3Gateway()).isTrue();
        }
    }

    @Test
    void aPeeringMayReachAnotherAccountAndRegion() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeVpcPeeringConnections",
                        answer("DescribeVpcPeeringConnections", "vpcPeeringConnectionSet", """
                <item><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId>
                <requesterVpcInfo><ownerId>111122223333</ownerId><vpcId>vpc-1</vpcId><region>us-east-1</region></requesterVpcInfo>
                <accepterVpcInfo><cidrBlockSet><item><cidrBlock>10.8.0.0/16</cidrBlock></item></cidrBlockSet>
                <ipv6CidrBlockSet><item><ipv6CidrBlock>2001:db8::/56</ipv6CidrBlock></item></ipv6CidrBlockSet>
                <ownerId>444455556666</ownerId><vpcId>vpc-2</vpcId><region>eu-west-1</region></accepterVpcInfo>
                <status><code>active</code></status></item>"""))) {
            VpcPeeringConnection peering = only(aws, VpcPeeringConnection.class);
            assertThat(peering.accepterVpc()).isEqualTo(new Arn("arn:aws:ec2:eu-west-1:444455556666:vpc/vpc-2"));
            assertThat(peering.accepterRanges())
                    .containsExactly(new IpRange("10.8.0.0/16"), new IpRange("2001:db8::/56"));
            assertThat(peering.requesterRanges()).isEmpty();
            assertThat(peering.status()).isEqualTo(VpcPeeringConnection.Status.ACTIVE);
        }
    }

    private static String answer(String operation, String set, String items) {
        return "<%sResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><%s>%s</%s></%sResponse>"
                .formatted(operation, set, items, set, operation);
    }

    private static <T extends Resource> T only(CannedAws aws, Class<T> type) {
        List<Resource> all = aws.collect(type).resources();
        assertThat(all).hasSize(1);
        return type.cast(all.get(0));
    }
}
