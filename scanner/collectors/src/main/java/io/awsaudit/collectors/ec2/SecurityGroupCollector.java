package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.IpProtocol;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.PortRange;
import io.awsaudit.inventory.ec2.SecurityGroup;
import io.awsaudit.inventory.ec2.SecurityGroupRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Reads the security groups that the account owns, and the prefix lists that their rules name. */
final class SecurityGroupCollector implements Collector<SecurityGroup> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeSecurityGroups");
    private static final Detail PREFIX_LISTS = Detail.of(
                    SecurityGroup.class, "prefixLists", "ec2:GetManagedPrefixListEntries")
            .per("prefix list that its rules name");

    @Override
    public Set<Class<? extends SecurityGroup>> yields() {
        return Set.of(SecurityGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(PREFIX_LISTS);
    }

    @Override
    public Stream<SecurityGroup> collect(Reads reads) {
        PrefixLists lists = new PrefixLists(reads);
        return reads.each(
                SecurityGroup.class,
                reads.pages(
                                DESCRIBE,
                                () -> reads.client(Ec2.CLIENT)
                                        .describeSecurityGroupsPaginator()
                                        .securityGroups())
                        .filter(group -> Network.owns(reads, group.ownerId())),
                group -> reads.arn("ec2", "security-group/" + group.groupId()),
                group -> read(group, lists, reads));
    }

    private static SecurityGroup read(
            software.amazon.awssdk.services.ec2.model.SecurityGroup group, PrefixLists lists, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(group.tags());
        Arn arn = reads.arn("ec2", "security-group/" + group.groupId());
        List<SecurityGroupRule> ingress = rules(group.ipPermissions(), reads);
        List<SecurityGroupRule> egress = rules(group.ipPermissionsEgress(), reads);
        return new SecurityGroup(
                // Its group name is what people call it, a Name tag or not.
                Identity.tagged(arn, reads.account(), reads.region(), group.groupName(), tags),
                group.groupName(),
                Optional.ofNullable(group.vpcId()).map(vpc -> Network.vpc(reads, vpc)),
                ingress,
                egress,
                lists.observe(
                        PREFIX_LISTS,
                        arn,
                        Stream.concat(ingress.stream(), egress.stream())
                                .flatMap(rule -> rule.prefixListId().stream())));
    }

    /** A permission of AWS's has many sources; a rule of ours has one, as AWS's own newer SecurityGroupRule has. */
    private static List<SecurityGroupRule> rules(List<IpPermission> permissions, Reads reads) {
        return permissions.stream()
                .flatMap(permission -> {
                    IpProtocol protocol = new IpProtocol(permission.ipProtocol());
                    PortRange ports = Network.ports(permission.fromPort(), permission.toPort());
                    Stream<String> ranges = Stream.concat(
                            permission.ipRanges().stream().map(range -> range.cidrIp()),
                            permission.ipv6Ranges().stream().map(range -> range.cidrIpv6()));
                    return Stream.of(
                                    ranges.map(range -> new SecurityGroupRule(
                                            protocol,
                                            ports,
                                            Optional.of(new IpRange(range)),
                                            Optional.empty(),
                                            Optional.empty())),
                                    permission.prefixListIds().stream()
                                            .map(list -> new SecurityGroupRule(
                                                    protocol,
                                                    ports,
                                                    Optional.empty(),
                                                    Optional.of(list.prefixListId()),
                                                    Optional.empty())),
                                    permission.userIdGroupPairs().stream()
                                            .map(pair -> new SecurityGroupRule(
                                                    protocol,
                                                    ports,
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Optional.of(referenced(pair, reads)))))
                            .flatMap(rules -> rules);
                })
                .toList();
    }

    private static Arn referenced(UserIdGroupPair pair, Reads reads) {
        String owner = pair.userId() == null ? reads.account() : pair.userId();
        // A group of EC2-Classic goes by its name alone.
        String group = pair.groupId() == null ? pair.groupName() : pair.groupId();
        return new Arn(
                "arn:" + reads.partition() + ":ec2:" + reads.region() + ":" + owner + ":security-group/" + group);
    }
}
