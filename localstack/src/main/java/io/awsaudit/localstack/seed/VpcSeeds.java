package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * VPCs with their groups and access lists.
 *
 * <p>A new account has a default VPC in every region, with public subnets, open access list and unused default group.
 */
final class VpcSeeds implements Seeds {
    private static final String SUBNET = "hardened-subnet";
    private static final String GROUP = "hardened-group";
    private static final String INSIDE = "10.0.0.0/16";

    @Override
    public void insecure(EmulatedAccount account) {
        Ec2Client ec2 = account.client(Ec2Client.builder());
        String vpc = ec2.describeVpcs(request -> request.filters(filter("is-default", "true")))
                .vpcs()
                .get(0)
                .vpcId();
        group(ec2, vpc, "insecure-ssh-from-anywhere", open("tcp", 22, 22));
        group(ec2, vpc, "insecure-ports-around-rdp-from-anywhere", open("tcp", 3000, 4000));
        group(ec2, vpc, "insecure-everything-from-anywhere", open("-1", -1, -1));
        group(
                ec2,
                vpc,
                "insecure-ssh-from-anywhere-ipv6",
                tcp(22).ipv6Ranges(Ipv6Range.builder().cidrIpv6("::/0").build()).build());
        new NetworkSeed(account.emulator(), EmulatedAccount.HOME).insecure();
    }

    @Override
    public void hardened(EmulatedAccount account) {
        account.regions().forEach(region -> removeDefaultVpc(account.client(Ec2Client.builder(), region)));
        Ec2Client ec2 = account.client(Ec2Client.builder());
        String vpc = privateVpc(ec2, "hardened-vpc");
        group(
                ec2,
                vpc,
                GROUP,
                tcp(443).ipRanges(IpRange.builder().cidrIp(INSIDE).build()).build());
        String bucket = "hardened-flow-logs";
        S3Seeds.hardenedBucket(account, bucket);
        new NetworkSeed(account.emulator(), EmulatedAccount.HOME).hardened(bucket);
    }

    /** {@return the id of the hardened account's private subnet in {@link EmulatedAccount#HOME}} */
    static String hardenedSubnet(EmulatedAccount account) {
        return account.client(Ec2Client.builder())
                .describeSubnets(request -> request.filters(filter("tag:Name", SUBNET)))
                .subnets()
                .get(0)
                .subnetId();
    }

    /** {@return the id of the hardened account's security group in {@link EmulatedAccount#HOME}} */
    static String hardenedGroup(EmulatedAccount account) {
        return account.client(Ec2Client.builder())
                .describeSecurityGroups(request -> request.filters(filter("group-name", GROUP)))
                .securityGroups()
                .get(0)
                .groupId();
    }

    /** {@return the id of the insecure account's subnet that the internet reaches} */
    static String exposedSubnet(EmulatedAccount account) {
        return account.client(Ec2Client.builder())
                .describeSubnets(request -> request.filters(filter("tag:Name", NetworkSeed.EXPOSED_SUBNET)))
                .subnets()
                .get(0)
                .subnetId();
    }

    /** {@return the id of the insecure account's security group in the network of {@link #exposedSubnet}} */
    static String openGroup(EmulatedAccount account) {
        return account.client(Ec2Client.builder())
                .describeSecurityGroups(request -> request.filters(filter("group-name", NetworkSeed.OPEN_GROUP)))
                .securityGroups()
                .get(0)
                .groupId();
    }

    private static void removeDefaultVpc(Ec2Client ec2) {
        ec2.describeVpcs(request -> request.filters(filter("is-default", "true"))).vpcs().stream()
                .map(vpc -> vpc.vpcId())
                .forEach(vpc -> {
                    closeAccessLists(ec2, vpc); // moto keeps them when the VPC goes
                    ec2.describeSubnets(request -> request.filters(filter("vpc-id", vpc))).subnets().stream()
                            .map(Subnet::subnetId)
                            .forEach(subnet -> ec2.deleteSubnet(request -> request.subnetId(subnet)));
                    ec2.deleteVpc(request -> request.vpcId(vpc));
                });
    }

    private static String privateVpc(Ec2Client ec2, String name) {
        String vpc = ec2.createVpc(
                        request -> request.cidrBlock(INSIDE).tagSpecifications(named(ResourceType.VPC, name)))
                .vpc()
                .vpcId();
        ec2.createSubnet(request -> request.vpcId(vpc)
                .cidrBlock("10.0.1.0/24")
                .availabilityZone(EmulatedAccount.HOME.id() + "a")
                .tagSpecifications(named(ResourceType.SUBNET, SUBNET)));
        closeDefaultGroup(ec2, vpc);
        closeAccessLists(ec2, vpc);
        return vpc;
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
                    ec2.createNetworkAclEntry(request -> request.networkAclId(list)
                            .egress(false)
                            .ruleNumber(100)
                            .protocol("-1")
                            .ruleAction(RuleAction.ALLOW)
                            .cidrBlock(INSIDE));
                });
    }

    private static void group(Ec2Client ec2, String vpc, String name, IpPermission ingress) {
        String group = ec2.createSecurityGroup(
                        request -> request.vpcId(vpc).groupName(name).description(name))
                .groupId();
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(ingress));
    }

    private static IpPermission open(String protocol, int from, int to) {
        return IpPermission.builder()
                .ipProtocol(protocol)
                .fromPort(from)
                .toPort(to)
                .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
                .build();
    }

    private static IpPermission.Builder tcp(int port) {
        return IpPermission.builder().ipProtocol("tcp").fromPort(port).toPort(port);
    }

    static TagSpecification named(ResourceType type, String name) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(Tag.builder().key("Name").value(name).build())
                .build();
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(List.of(value)).build();
    }
}
