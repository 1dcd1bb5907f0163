package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AutoAcceptSharedAttachmentsValue;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GatewayType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/**
 * What leads into networks and out of them: interfaces, private ways to services, transit gateways and VPNs.
 *
 * <p>moto tells nothing of a VPN's tunnels, so that there is none in the hardened account.
 */
final class ConnectivitySeeds implements Seeds {
    private static final List<String> SERVICES =
            List.of("ec2", "ecr.api", "ecr.dkr", "ssm", "ssm-contacts", "ssm-incidents");
    private static final String OWN_ORGANIZATION = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "OwnOrganization", "Effect": "Allow", "Principal": "*",
            "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}]}""";

    @Override
    public void insecure(EmulatedAccount account) {
        Ec2Client ec2 = account.client(Ec2Client.builder());
        String subnet = VpcSeeds.insecureSubnet(account);
        Subnet place = subnet(ec2, subnet);
        inUse(ec2, place);
        ec2.createSecurityGroup(request ->
                request.vpcId(place.vpcId()).groupName("insecure-unused").description("of nothing"));
        String forwarding = networkInterface(ec2, subnet, "insecure-forwarding", List.of());
        ec2.modifyNetworkInterfaceAttribute(
                request -> request.networkInterfaceId(forwarding).sourceDestCheck(check -> check.value(false)));
        endpoint(ec2, place.vpcId(), "insecure-in-one-zone", "sqs", List.of(subnet), List.of());
        endpoint(ec2, place.vpcId(), "insecure-without-gateway", "s3", List.of(subnet), List.of());
        nearlyFull(ec2, vpcInOneZone(ec2, "insecure-in-one-zone"), "insecure-nearly-full");
        vpn(
                ec2,
                transitGateway(ec2, "insecure-auto-accept", AutoAcceptSharedAttachmentsValue.ENABLE),
                "insecure-untold");
    }

    @Override
    public void hardened(EmulatedAccount account) {
        Ec2Client ec2 = account.client(Ec2Client.builder());
        List<String> subnets = VpcSeeds.hardenedSubnets(account);
        Subnet place = subnet(ec2, subnets.get(0));
        inUse(ec2, place);
        SERVICES.forEach(service -> endpoint(
                ec2, place.vpcId(), "hardened-" + service, service, subnets, List.of(VpcSeeds.hardenedGroup(account))));
        transitGateway(ec2, "hardened-transit-gateway", AutoAcceptSharedAttachmentsValue.DISABLE);
    }

    /** An interface with all security groups of a VPC that were made until now. */
    private static void inUse(Ec2Client ec2, Subnet place) {
        List<String> groups = ec2
                .describeSecurityGroups(request -> request.filters(
                        Filter.builder().name("vpc-id").values(place.vpcId()).build()))
                .securityGroups()
                .stream()
                .filter(group -> !group.groupName().equals("default"))
                .map(SecurityGroup::groupId)
                .sorted()
                .toList();
        networkInterface(ec2, place.subnetId(), "in-use", groups);
    }

    private static Subnet subnet(Ec2Client ec2, String id) {
        return ec2.describeSubnets(request -> request.subnetIds(id)).subnets().get(0);
    }

    private static String networkInterface(Ec2Client ec2, String subnet, String name, List<String> groups) {
        return ec2.createNetworkInterface(request -> request.subnetId(subnet)
                        .groups(groups)
                        .tagSpecifications(VpcSeeds.named(ResourceType.NETWORK_INTERFACE, name)))
                .networkInterface()
                .networkInterfaceId();
    }

    private static void endpoint(
            Ec2Client ec2, String vpc, String name, String service, List<String> subnets, List<String> groups) {
        ec2.createVpcEndpoint(request -> request.vpcId(vpc)
                .vpcEndpointType(VpcEndpointType.INTERFACE)
                .serviceName("com.amazonaws.%s.%s".formatted(EmulatedAccount.HOME, service))
                .policyDocument(OWN_ORGANIZATION)
                .subnetIds(subnets)
                .securityGroupIds(groups)
                .tagSpecifications(VpcSeeds.named(ResourceType.VPC_ENDPOINT, name)));
    }

    private static void nearlyFull(Ec2Client ec2, String vpc, String name) {
        String subnet = ec2.createSubnet(request -> request.vpcId(vpc)
                        .cidrBlock("10.20.1.0/28")
                        .availabilityZone(EmulatedAccount.HOME.id() + "a")
                        .tagSpecifications(VpcSeeds.named(ResourceType.SUBNET, name)))
                .subnet()
                .subnetId();
        ec2.createNetworkInterface(request -> request.subnetId(subnet)
                .secondaryPrivateIpAddressCount(10)
                .tagSpecifications(VpcSeeds.named(ResourceType.NETWORK_INTERFACE, name)));
    }

    private static String vpcInOneZone(Ec2Client ec2, String name) {
        String vpc = ec2.createVpc(request ->
                        request.cidrBlock("10.20.0.0/16").tagSpecifications(VpcSeeds.named(ResourceType.VPC, name)))
                .vpc()
                .vpcId();
        ec2.createSubnet(request -> request.vpcId(vpc)
                .cidrBlock("10.20.0.0/24")
                .availabilityZone(EmulatedAccount.HOME.id() + "a")
                .tagSpecifications(VpcSeeds.named(ResourceType.SUBNET, name)));
        return vpc;
    }

    private static String transitGateway(Ec2Client ec2, String name, AutoAcceptSharedAttachmentsValue autoAccept) {
        return ec2.createTransitGateway(
                        request -> request.options(options -> options.autoAcceptSharedAttachments(autoAccept))
                                .tagSpecifications(VpcSeeds.named(ResourceType.TRANSIT_GATEWAY, name)))
                .transitGateway()
                .transitGatewayId();
    }

    private static void vpn(Ec2Client ec2, String transitGateway, String name) {
        String customer = ec2.createCustomerGateway(request -> request.type(GatewayType.IPSEC_1)
                        .bgpAsn(65000)
                        .ipAddress("198.51.100.1")
                        .tagSpecifications(VpcSeeds.named(ResourceType.CUSTOMER_GATEWAY, name)))
                .customerGateway()
                .customerGatewayId();
        ec2.createVpnConnection(request -> request.type("ipsec.1")
                .customerGatewayId(customer)
                .transitGatewayId(transitGateway)
                .tagSpecifications(VpcSeeds.named(ResourceType.VPN_CONNECTION, name)));
    }
}
