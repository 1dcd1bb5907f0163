package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.IpProtocol;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.NetworkAcl;
import io.awsaudit.inventory.ec2.NetworkAclEntry;
import io.awsaudit.inventory.ec2.PortRange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the network ACLs that the account owns. */
final class NetworkAclCollector implements Collector<NetworkAcl> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeNetworkAcls");

    @Override
    public Set<Class<? extends NetworkAcl>> yields() {
        return Set.of(NetworkAcl.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<NetworkAcl> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeNetworkAclsPaginator()
                                .networkAcls())
                .filter(acl -> Network.owns(reads, acl.ownerId()))
                .map(acl -> read(acl, reads));
    }

    private static NetworkAcl read(software.amazon.awssdk.services.ec2.model.NetworkAcl acl, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(acl.tags());
        return new NetworkAcl(
                Identity.tagged(
                        reads.arn("ec2", "network-acl/" + acl.networkAclId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, acl.networkAclId()),
                        tags),
                Network.vpc(reads, acl.vpcId()),
                Boolean.TRUE.equals(acl.isDefault()),
                acl.associations().stream()
                        .map(association -> Network.subnet(reads, association.subnetId()))
                        .sorted()
                        .toList(),
                acl.entries().stream().map(NetworkAclCollector::entry).toList());
    }

    private static NetworkAclEntry entry(software.amazon.awssdk.services.ec2.model.NetworkAclEntry entry) {
        String range = entry.cidrBlock() != null ? entry.cidrBlock() : entry.ipv6CidrBlock();
        return new NetworkAclEntry(
                entry.ruleNumber(),
                Boolean.TRUE.equals(entry.egress()),
                new IpProtocol(entry.protocol()),
                entry.portRange() == null
                        ? PortRange.ALL
                        : Network.ports(
                                entry.portRange().from(), entry.portRange().to()),
                new IpRange(range),
                "allow".equals(entry.ruleActionAsString()));
    }
}
