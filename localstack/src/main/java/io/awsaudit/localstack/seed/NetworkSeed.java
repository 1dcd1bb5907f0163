package io.awsaudit.localstack.seed;

import io.awsaudit.localstack.AwsEmulator;
import java.util.List;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.LogDestinationType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.TrafficType;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** A network of its own in each seeded account, with what {@link VpcSeeds} leaves out. */
@SuppressWarnings("unchecked") // generic varargs of the SDK, which takes lambdas for its builders
final class NetworkSeed {
    /** The name of the subnet of the insecure network that the internet reaches. */
    static final String EXPOSED_SUBNET = "insecure-exposed";
    /** The name of the group of the insecure network that admits everyone to the ports that matter. */
    static final String OPEN_GROUP = "insecure-open-to-everyone";

    private static final String EVERY_IPV4 = "0.0.0.0/0";
    private static final String ORGANIZATION_ONLY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "OwnOrganization", "Effect": "Allow", "Principal": "*",
            "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}]}""";

    private final Region region;
    private final Ec2Client ec2;

    /** Prepares to fill a region of the emulator's default account. */
    NetworkSeed(AwsEmulator emulator, Region region) {
        this.region = region;
        this.ec2 = emulator.client(Ec2Client.builder(), region);
    }

    /** Makes a resource for each thing that can be wrong, as far as the emulator can express it. */
    void insecure() {
        String vpc = vpc("insecure-unwatched", "10.10.0.0/16");
        String open = subnet(vpc, EXPOSED_SUBNET, "10.10.1.0/24", "a");
        ec2.modifySubnetAttribute(request -> request.subnetId(open).mapPublicIpOnLaunch(on(true)));
        String internet = internetGateway("insecure-entrance");
        ec2.attachInternetGateway(request -> request.internetGatewayId(internet).vpcId(vpc));
        String table = routeTable(vpc, "insecure-public", open);
        ec2.createRoute(request ->
                request.routeTableId(table).destinationCidrBlock(EVERY_IPV4).gatewayId(internet));
        internetGateway("insecure-left-over");

        String nat = natGateway(open, "insecure-only-gateway");
        routeThrough(
                nat, routeTable(vpc, "insecure-private-a", subnet(vpc, "insecure-private-a", "10.10.2.0/24", "a")));
        routeThrough(
                nat, routeTable(vpc, "insecure-private-b", subnet(vpc, "insecure-private-b", "10.10.3.0/24", "b")));

        String group = group(vpc, OPEN_GROUP);
        admit(group, "tcp", 22, EVERY_IPV4);
        admit(group, "tcp", 445, EVERY_IPV4);
        admit(group, "tcp", 5432, EVERY_IPV4);
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(group)
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(3000)
                        .toPort(4000)
                        .ipv6Ranges(range -> range.cidrIpv6("::/0"))
                        .build()));
        acl(vpc, "insecure-open-and-unused");

        ec2.createVpcEndpoint(request -> request.vpcId(vpc)
                .vpcEndpointType(VpcEndpointType.GATEWAY)
                .serviceName("com.amazonaws." + region.id() + ".dynamodb")
                .policyDocument("""
                        {"Version": "2008-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*",
                        "Resource": "*"}]}""")
                .routeTableIds(table)
                .tagSpecifications(named(ResourceType.VPC_ENDPOINT, "insecure-for-everyone")));
        // To a log group that does not exist, so that delivery fails; and of accepted traffic only.
        ec2.createFlowLogs(request -> request.resourceType(FlowLogsResourceType.VPC)
                .resourceIds(vpc)
                .trafficType(TrafficType.ACCEPT)
                .logGroupName("missing-log-group")
                .deliverLogsPermissionArn("arn:aws:iam::123456789012:role/flow-logs")
                .tagSpecifications(named(ResourceType.VPC_FLOW_LOG, "insecure-undelivered")));
    }

    /**
     * Makes a VPC with which nothing is wrong, and mends what AWS made in the region.
     *
     * @param bucket where flow logs go, which must exist
     */
    void hardened(String bucket) {
        String vpc = vpc("hardened-network", "10.20.0.0/16");
        String internet = internetGateway("hardened-entrance");
        ec2.attachInternetGateway(request -> request.internetGatewayId(internet).vpcId(vpc));
        String entrance = routeTable(vpc, "hardened-entrance");
        ec2.createRoute(request ->
                request.routeTableId(entrance).destinationCidrBlock(EVERY_IPV4).gatewayId(internet));
        List<String> tables = List.of(
                privateZone(vpc, entrance, "a", "10.20.0.0/24", "10.20.1.0/24"),
                privateZone(vpc, entrance, "b", "10.20.2.0/24", "10.20.3.0/24"));
        ec2.createVpcEndpoint(request -> request.vpcId(vpc)
                .vpcEndpointType(VpcEndpointType.GATEWAY)
                .serviceName("com.amazonaws." + region.id() + ".s3")
                .policyDocument(ORGANIZATION_ONLY)
                .routeTableIds(tables)
                .tagSpecifications(named(ResourceType.VPC_ENDPOINT, "hardened-endpoint")));
        admit(group(vpc, "hardened-web"), "tcp", 443, EVERY_IPV4);

        for (Vpc each : ec2.describeVpcs().vpcs()) {
            ec2.createFlowLogs(request -> request.resourceType(FlowLogsResourceType.VPC)
                    .resourceIds(each.vpcId())
                    .trafficType(TrafficType.REJECT)
                    .logDestinationType(LogDestinationType.S3)
                    .logDestination("arn:aws:s3:::" + bucket));
        }
        for (Subnet each : ec2.describeSubnets().subnets()) {
            ec2.modifySubnetAttribute(
                    request -> request.subnetId(each.subnetId()).mapPublicIpOnLaunch(on(false)));
        }
        for (SecurityGroup each : ec2.describeSecurityGroups(request -> request.filters(
                        Filter.builder().name("group-name").values("default").build()))
                .securityGroups()) {
            close(each);
        }
    }

    /** Makes a subnet for a NAT gateway and one that uses it, and returns the route table of the latter. */
    private String privateZone(String vpc, String entrance, String zone, String outer, String inner) {
        String edge = subnet(vpc, "hardened-edge-" + zone, outer, zone);
        ec2.associateRouteTable(request -> request.routeTableId(entrance).subnetId(edge));
        String table =
                routeTable(vpc, "hardened-private-" + zone, subnet(vpc, "hardened-private-" + zone, inner, zone));
        routeThrough(natGateway(edge, "hardened-gateway-" + zone), table);
        return table;
    }

    private void close(SecurityGroup group) {
        if (group.hasIpPermissions() && !group.ipPermissions().isEmpty()) {
            ec2.revokeSecurityGroupIngress(
                    request -> request.groupId(group.groupId()).ipPermissions(group.ipPermissions()));
        }
        if (group.hasIpPermissionsEgress() && !group.ipPermissionsEgress().isEmpty()) {
            ec2.revokeSecurityGroupEgress(
                    request -> request.groupId(group.groupId()).ipPermissions(group.ipPermissionsEgress()));
        }
    }

    private String vpc(String name, String range) {
        return ec2.createVpc(request -> request.cidrBlock(range).tagSpecifications(named(ResourceType.VPC, name)))
                .vpc()
                .vpcId();
    }

    private String subnet(String vpc, String name, String range, String zone) {
        return ec2.createSubnet(request -> request.vpcId(vpc)
                        .cidrBlock(range)
                        .availabilityZone(region.id() + zone)
                        .tagSpecifications(named(ResourceType.SUBNET, name)))
                .subnet()
                .subnetId();
    }

    private String internetGateway(String name) {
        return ec2.createInternetGateway(
                        request -> request.tagSpecifications(named(ResourceType.INTERNET_GATEWAY, name)))
                .internetGateway()
                .internetGatewayId();
    }

    private String natGateway(String subnet, String name) {
        String address = ec2.allocateAddress(request ->
                        request.domain(DomainType.VPC).tagSpecifications(named(ResourceType.ELASTIC_IP, name)))
                .allocationId();
        return ec2.createNatGateway(request -> request.subnetId(subnet)
                        .allocationId(address)
                        .tagSpecifications(named(ResourceType.NATGATEWAY, name)))
                .natGateway()
                .natGatewayId();
    }

    private String routeTable(String vpc, String name, String... subnets) {
        String table = ec2.createRouteTable(
                        request -> request.vpcId(vpc).tagSpecifications(named(ResourceType.ROUTE_TABLE, name)))
                .routeTable()
                .routeTableId();
        for (String subnet : subnets) {
            ec2.associateRouteTable(request -> request.routeTableId(table).subnetId(subnet));
        }
        return table;
    }

    private void routeThrough(String natGateway, String table) {
        ec2.createRoute(request ->
                request.routeTableId(table).destinationCidrBlock(EVERY_IPV4).natGatewayId(natGateway));
    }

    private String group(String vpc, String name) {
        return ec2.createSecurityGroup(
                        request -> request.vpcId(vpc).groupName(name).description("Seed"))
                .groupId();
    }

    private void admit(String group, String protocol, int port, String range) {
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(group)
                .ipProtocol(protocol)
                .fromPort(port)
                .toPort(port)
                .cidrIp(range));
    }

    private void acl(String vpc, String name) {
        String acl = ec2.createNetworkAcl(
                        request -> request.vpcId(vpc).tagSpecifications(named(ResourceType.NETWORK_ACL, name)))
                .networkAcl()
                .networkAclId();
        ec2.createNetworkAclEntry(request -> request.networkAclId(acl)
                .ruleNumber(100)
                .egress(false)
                .protocol("-1")
                .cidrBlock(EVERY_IPV4)
                .ruleAction(RuleAction.ALLOW));
    }

    private static AttributeBooleanValue on(boolean value) {
        return AttributeBooleanValue.builder().value(value).build();
    }

    private static TagSpecification named(ResourceType type, String name) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(
                        Tag.builder().key("Name").value(name).build(),
                        Tag.builder().key("Owner").value("team").build())
                .build();
    }
}
