package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.LogDestinationType;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.TrafficType;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/**
 * VPCs and what they are made of.
 *
 * <p>A new account has a default VPC in every region, with public subnets, open access list and unused default group.
 */
final class VpcSeeds implements Seeds {
    private static final String ANYWHERE = "0.0.0.0/0";
    private static final String INSIDE = "10.0.0.0/16";
    private static final String INSECURE_SUBNET = "insecure-public";
    private static final List<String> INSECURE_SUBNETS = List.of("private-a", "private-b");
    private static final String INSECURE_GROUP = "insecure-ssh-from-anywhere";
    private static final List<String> HARDENED_SUBNETS = List.of("hardened-private-a", "hardened-private-b");
    private static final String HARDENED_GROUP = "hardened-group";
    private static final String EVERYTHING = """
            {"Version": "2008-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}""";
    private static final String OWN_ORGANIZATION = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "OwnOrganization", "Effect": "Allow", "Principal": "*",
            "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}]}""";

    @Override
    public void insecure(EmulatedAccount account) {
        Ec2Client ec2 = account.client(Ec2Client.builder());
        String vpc = vpc(ec2, "insecure-vpc", "10.10.0.0/16");
        String subnet = subnet(ec2, vpc, INSECURE_SUBNET, "10.10.1.0/24", "a");
        publicAddresses(ec2, subnet, true);
        String routes = routeTable(ec2, vpc, "insecure-routes", subnet);
        throughInternetGateway(ec2, vpc, routes, "insecure-gateway");
        internetGateway(ec2, "insecure-unattached");
        oneNatGatewayForTwoZones(ec2, vpc, subnet, "insecure-only-gateway");
        natGateway(ec2, subnet, "insecure-without-route");

        group(ec2, vpc, INSECURE_GROUP, from(ANYWHERE, "tcp", 22, 22));
        group(ec2, vpc, "insecure-ports-around-rdp-from-anywhere", from(ANYWHERE, "tcp", 3000, 4000));
        group(ec2, vpc, "insecure-cifs-from-anywhere", from(ANYWHERE, "tcp", 445, 445));
        group(ec2, vpc, "insecure-database-from-anywhere", from(ANYWHERE, "tcp", 5432, 5432));
        group(ec2, vpc, "insecure-everything-from-anywhere", from(ANYWHERE, "-1", -1, -1));
        group(ec2, vpc, "insecure-ssh-from-anywhere-ipv6", fromAnywhereByIpv6(22));
        group(ec2, vpc, "insecure-docker-from-anywhere", from(ANYWHERE, "tcp", 2375, 2375));
        group(ec2, vpc, "insecure-kafka-from-anywhere", from(ANYWHERE, "tcp", 9092, 9092));
        group(ec2, vpc, "insecure-telnet-from-anywhere", from(ANYWHERE, "tcp", 23, 23));

        wholePeer(ec2, vpc, routes);
        unusedAccessList(ec2, vpc, "insecure-unused");
        endpoint(ec2, vpc, "insecure-for-everyone", "dynamodb", EVERYTHING, List.of()); // in no route table
        undeliveredFlowLog(account, ec2, vpc, "insecure-undelivered");
    }

    @Override
    public void hardened(EmulatedAccount account) {
        account.regions().forEach(region -> removeDefaultVpc(account.client(Ec2Client.builder(), region)));
        Ec2Client ec2 = account.client(Ec2Client.builder());
        String vpc = vpc(ec2, "hardened-vpc", INSIDE);
        String routes = routeTable(ec2, vpc, "hardened-edge");
        throughInternetGateway(ec2, vpc, routes, "hardened-gateway");
        List<String> tables = List.of(
                zone(ec2, vpc, routes, "a", "10.0.0.0/24", "10.0.1.0/24"),
                zone(ec2, vpc, routes, "b", "10.0.2.0/24", "10.0.3.0/24"));
        closeDefaultGroup(ec2, vpc);
        closeAccessLists(ec2, vpc);
        group(ec2, vpc, HARDENED_GROUP, from(INSIDE, "tcp", 443, 443));
        group(ec2, vpc, "hardened-web", from(ANYWHERE, "tcp", 443, 443));
        endpoint(ec2, vpc, "hardened-for-organization", "s3", OWN_ORGANIZATION, tables);
        endpoint(ec2, vpc, "hardened-for-organization-tables", "dynamodb", OWN_ORGANIZATION, tables);
        logFlows(account, ec2, vpc, "hardened-flow-logs");
    }

    /** {@return the id of the insecure account's public subnet in {@link EmulatedAccount#HOME}} */
    static String insecureSubnet(EmulatedAccount account) {
        return subnet(account, INSECURE_SUBNET);
    }

    /** {@return the ids of the insecure account's private subnets, each in a zone of {@link EmulatedAccount#HOME}} */
    static List<String> insecureSubnets(EmulatedAccount account) {
        return INSECURE_SUBNETS.stream().map(name -> subnet(account, name)).toList();
    }

    /** {@return the ids of the hardened account's private subnets, each in a zone of {@link EmulatedAccount#HOME}} */
    static List<String> hardenedSubnets(EmulatedAccount account) {
        return HARDENED_SUBNETS.stream().map(name -> subnet(account, name)).toList();
    }

    /** {@return the id of the insecure account's security group that lets anybody connect with SSH} */
    static String insecureGroup(EmulatedAccount account) {
        return group(account, INSECURE_GROUP);
    }

    /** {@return the id of the hardened account's security group in {@link EmulatedAccount#HOME}} */
    static String hardenedGroup(EmulatedAccount account) {
        return group(account, HARDENED_GROUP);
    }

    private static String group(EmulatedAccount account, String name) {
        return account.client(Ec2Client.builder())
                .describeSecurityGroups(request -> request.filters(filter("group-name", name)))
                .securityGroups()
                .get(0)
                .groupId();
    }

    private static String subnet(EmulatedAccount account, String name) {
        return account.client(Ec2Client.builder())
                .describeSubnets(request -> request.filters(filter("tag:Name", name)))
                .subnets()
                .get(0)
                .subnetId();
    }

    private static String vpc(Ec2Client ec2, String name, String range) {
        return ec2.createVpc(request -> request.cidrBlock(range).tagSpecifications(named(ResourceType.VPC, name)))
                .vpc()
                .vpcId();
    }

    private static String subnet(Ec2Client ec2, String vpc, String name, String range, String zone) {
        String subnet = ec2.createSubnet(request -> request.vpcId(vpc)
                        .cidrBlock(range)
                        .availabilityZone(EmulatedAccount.HOME.id() + zone)
                        .tagSpecifications(named(ResourceType.SUBNET, name)))
                .subnet()
                .subnetId();
        publicAddresses(ec2, subnet, false);
        return subnet;
    }

    /** Set always: where a region's default VPC is gone, moto takes new subnets for its. */
    private static void publicAddresses(Ec2Client ec2, String subnet, boolean assigned) {
        ec2.modifySubnetAttribute(
                request -> request.subnetId(subnet).mapPublicIpOnLaunch(automatic -> automatic.value(assigned)));
    }

    private static void wholePeer(Ec2Client ec2, String vpc, String routes) {
        String peer = vpc(ec2, "insecure-peer", "10.20.0.0/16");
        String connection = ec2.createVpcPeeringConnection(
                        request -> request.vpcId(vpc).peerVpcId(peer))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
        ec2.acceptVpcPeeringConnection(request -> request.vpcPeeringConnectionId(connection));
        ec2.createRoute(request -> request.routeTableId(routes)
                .destinationCidrBlock("10.20.0.0/16")
                .vpcPeeringConnectionId(connection));
    }

    private static String routeTable(Ec2Client ec2, String vpc, String name, String... subnets) {
        String table = ec2.createRouteTable(
                        request -> request.vpcId(vpc).tagSpecifications(named(ResourceType.ROUTE_TABLE, name)))
                .routeTable()
                .routeTableId();
        for (String subnet : subnets) {
            ec2.associateRouteTable(request -> request.routeTableId(table).subnetId(subnet));
        }
        return table;
    }

    private static String internetGateway(Ec2Client ec2, String name) {
        return ec2.createInternetGateway(
                        request -> request.tagSpecifications(named(ResourceType.INTERNET_GATEWAY, name)))
                .internetGateway()
                .internetGatewayId();
    }

    private static void throughInternetGateway(Ec2Client ec2, String vpc, String table, String name) {
        String gateway = internetGateway(ec2, name);
        ec2.attachInternetGateway(request -> request.internetGatewayId(gateway).vpcId(vpc));
        ec2.createRoute(request ->
                request.routeTableId(table).destinationCidrBlock(ANYWHERE).gatewayId(gateway));
    }

    private static String natGateway(Ec2Client ec2, String subnet, String name) {
        String address = ec2.allocateAddress(request ->
                        request.domain(DomainType.VPC).tagSpecifications(named(ResourceType.ELASTIC_IP, name)))
                .allocationId();
        return ec2.createNatGateway(request -> request.subnetId(subnet)
                        .allocationId(address)
                        .tagSpecifications(named(ResourceType.NATGATEWAY, name)))
                .natGateway()
                .natGatewayId();
    }

    private static void throughNatGateway(Ec2Client ec2, String gateway, String table) {
        ec2.createRoute(request ->
                request.routeTableId(table).destinationCidrBlock(ANYWHERE).natGatewayId(gateway));
    }

    private static void oneNatGatewayForTwoZones(Ec2Client ec2, String vpc, String publicSubnet, String name) {
        String gateway = natGateway(ec2, publicSubnet, name);
        String one = subnet(ec2, vpc, INSECURE_SUBNETS.get(0), "10.10.2.0/24", "a");
        String other = subnet(ec2, vpc, INSECURE_SUBNETS.get(1), "10.10.3.0/24", "b");
        throughNatGateway(ec2, gateway, routeTable(ec2, vpc, "private-a", one));
        throughNatGateway(ec2, gateway, routeTable(ec2, vpc, "private-b", other));
    }

    /** Makes a subnet for a NAT gateway and one that uses it, and returns the route table of the latter. */
    private static String zone(Ec2Client ec2, String vpc, String edge, String zone, String outside, String inside) {
        String outer = subnet(ec2, vpc, "hardened-edge-" + zone, outside, zone);
        ec2.associateRouteTable(request -> request.routeTableId(edge).subnetId(outer));
        String name = "hardened-private-" + zone;
        String table = routeTable(ec2, vpc, name, subnet(ec2, vpc, name, inside, zone));
        throughNatGateway(ec2, natGateway(ec2, outer, "hardened-" + zone), table);
        return table;
    }

    private static void unusedAccessList(Ec2Client ec2, String vpc, String name) {
        String list = ec2.createNetworkAcl(
                        request -> request.vpcId(vpc).tagSpecifications(named(ResourceType.NETWORK_ACL, name)))
                .networkAcl()
                .networkAclId();
        letIn(ec2, list, ANYWHERE);
    }

    private static void endpoint(
            Ec2Client ec2, String vpc, String name, String service, String policy, List<String> tables) {
        ec2.createVpcEndpoint(request -> request.vpcId(vpc)
                .vpcEndpointType(VpcEndpointType.GATEWAY)
                .serviceName("com.amazonaws.%s.%s".formatted(EmulatedAccount.HOME, service))
                .policyDocument(policy)
                .routeTableIds(tables)
                .tagSpecifications(named(ResourceType.VPC_ENDPOINT, name)));
    }

    /** Of a kind of traffic that shows no attack, to a log group that is not there. */
    private static void undeliveredFlowLog(EmulatedAccount account, Ec2Client ec2, String vpc, String name) {
        ec2.createFlowLogs(request -> request.resourceType(FlowLogsResourceType.VPC)
                .resourceIds(vpc)
                .trafficType(TrafficType.ACCEPT)
                .logGroupName("missing")
                .deliverLogsPermissionArn("arn:aws:iam::%s:role/flow-logs".formatted(account.id()))
                .tagSpecifications(named(ResourceType.VPC_FLOW_LOG, name)));
    }

    private static void logFlows(EmulatedAccount account, Ec2Client ec2, String vpc, String bucket) {
        S3Seeds.hardenedBucket(account, bucket);
        ec2.createFlowLogs(request -> request.resourceIds(vpc)
                .resourceType(FlowLogsResourceType.VPC)
                .trafficType(TrafficType.ALL)
                .logDestinationType(LogDestinationType.S3)
                .logDestination("arn:aws:s3:::" + bucket)
                .tagSpecifications(named(ResourceType.VPC_FLOW_LOG, "hardened-flow-log")));
    }

    private static void removeDefaultVpc(Ec2Client ec2) {
        ec2.describeVpcs(request -> request.filters(filter("is-default", "true"))).vpcs().stream()
                .map(Vpc::vpcId)
                .forEach(vpc -> {
                    closeAccessLists(ec2, vpc); // moto keeps them when the VPC goes
                    ec2.describeSubnets(request -> request.filters(filter("vpc-id", vpc))).subnets().stream()
                            .map(Subnet::subnetId)
                            .forEach(subnet -> ec2.deleteSubnet(request -> request.subnetId(subnet)));
                    ec2.deleteVpc(request -> request.vpcId(vpc));
                });
    }

    private static void closeDefaultGroup(Ec2Client ec2, String vpc) {
        ec2.describeSecurityGroups(request -> request.filters(filter("vpc-id", vpc), filter("group-name", "default")))
                .securityGroups()
                .forEach(group -> {
                    ec2.revokeSecurityGroupEgress(
                            request -> request.groupId(group.groupId()).ipPermissions(group.ipPermissionsEgress()));
                    if (!group.ipPermissions().isEmpty()) { // AWS makes one, moto none
                        ec2.revokeSecurityGroupIngress(
                                request -> request.groupId(group.groupId()).ipPermissions(group.ipPermissions()));
                    }
                });
    }

    /** Lets in what comes from inside the VPC only. */
    private static void closeAccessLists(Ec2Client ec2, String vpc) {
        ec2.describeNetworkAcls(request -> request.filters(filter("vpc-id", vpc))).networkAcls().stream()
                .map(NetworkAcl::networkAclId)
                .forEach(list -> {
                    ec2.deleteNetworkAclEntry(
                            request -> request.networkAclId(list).egress(false).ruleNumber(100));
                    letIn(ec2, list, INSIDE);
                });
    }

    private static void letIn(Ec2Client ec2, String accessList, String range) {
        ec2.createNetworkAclEntry(request -> request.networkAclId(accessList)
                .egress(false)
                .ruleNumber(100)
                .protocol("-1")
                .ruleAction(RuleAction.ALLOW)
                .cidrBlock(range));
    }

    private static void group(Ec2Client ec2, String vpc, String name, IpPermission ingress) {
        String group = ec2.createSecurityGroup(
                        request -> request.vpcId(vpc).groupName(name).description(name))
                .groupId();
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(ingress));
    }

    private static IpPermission from(String range, String protocol, int first, int last) {
        return IpPermission.builder()
                .ipProtocol(protocol)
                .fromPort(first)
                .toPort(last)
                .ipRanges(IpRange.builder().cidrIp(range).build())
                .build();
    }

    private static IpPermission fromAnywhereByIpv6(int port) {
        return IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .ipv6Ranges(Ipv6Range.builder().cidrIpv6("::/0").build())
                .build();
    }

    static TagSpecification named(ResourceType type, String name) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(Tag.builder().key("Name").value(name).build())
                .build();
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }
}
