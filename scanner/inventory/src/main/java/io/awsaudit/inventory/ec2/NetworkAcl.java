package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network ACL, read whole by {@code ec2:DescribeNetworkAcls}.
 *
 * @param isDefault whether AWS made it with its VPC; it serves the subnets that were given no other
 * @param subnets those that it serves
 * @param entries sorted by direction and rule number, the order in which they are tried
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAcl.html">NetworkAcl</a>
 */
@CloudFormationType("AWS::EC2::NetworkAcl")
public record NetworkAcl(
        Identity identity, Arn vpc, boolean isDefault, List<Arn> subnets, List<NetworkAclEntry> entries)
        implements Resource {
    public NetworkAcl {
        subnets = List.copyOf(subnets);
        entries = entries.stream()
                .sorted(Comparator.comparing(NetworkAclEntry::egress).thenComparing(NetworkAclEntry::ruleNumber))
                .toList();
    }

    /** {@return whether it serves a subnet} */
    public boolean serves(Arn subnet) {
        return subnets.contains(subnet);
    }

    /** {@return whether every IPv4 address may reach a port, but for those that an entry singles out} */
    public boolean admitsEveryIpv4(int port, IpProtocol traffic) {
        return !admitting(port, traffic, false).isEmpty();
    }

    /** {@return whether every IPv6 address may reach a port, but for those that an entry singles out} */
    public boolean admitsEveryIpv6(int port, IpProtocol traffic) {
        return !admitting(port, traffic, true).isEmpty();
    }

    /**
     * Returns the entries that admit every IPv4 or every IPv6 address to one of the ports, as people read them.
     *
     * <p>Administration goes by TCP, so an entry for all traffic admits where it admits TCP. An entry that names UDP
     * counts as well, as it does for AWS Config.
     *
     * @param ports whole numbers
     */
    public List<String> openToEveryone(List<String> ports) {
        return ports.stream()
                .map(Integer::parseInt)
                .flatMap(port -> Stream.of(
                                admitting(port, IpProtocol.TCP, false),
                                admitting(port, IpProtocol.TCP, true),
                                namingUdp(admitting(port, IpProtocol.UDP, false)),
                                namingUdp(admitting(port, IpProtocol.UDP, true)))
                        .flatMap(List::stream))
                .distinct()
                .map(NetworkAclEntry::words)
                .toList();
    }

    private static List<NetworkAclEntry> namingUdp(List<NetworkAclEntry> admitting) {
        return admitting.stream().allMatch(entry -> entry.protocol().isUdp()) ? admitting : List.of();
    }

    /**
     * The first entry that matches decides, so an allow counts only as long as the port was not denied to everyone
     * before. Denying some before admitting the rest leaves a port open.
     */
    private List<NetworkAclEntry> admitting(int port, IpProtocol traffic, boolean ipv6) {
        List<NetworkAclEntry> allowed = new ArrayList<>();
        List<NetworkAclEntry> denied = new ArrayList<>();
        for (NetworkAclEntry entry : entries) {
            if (entry.egress() || entry.range().isIpv6() != ipv6 || !entry.covers(port, traffic)) {
                continue;
            }
            (entry.allows() ? allowed : denied).add(entry);
            if (everything(allowed)) {
                return allowed.stream()
                        .filter(one -> one.range().isEverything())
                        .findFirst()
                        .map(List::of)
                        .orElse(allowed);
            }
            if (everything(denied)) {
                return List.of();
            }
        }
        return List.of();
    }

    private static boolean everything(List<NetworkAclEntry> entries) {
        return IpRange.areEverything(entries.stream().map(NetworkAclEntry::range));
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.IN, vpc)),
                subnets.stream().map(subnet -> new Edge(arn(), Relation.ATTACHED_TO, subnet)));
    }
}
