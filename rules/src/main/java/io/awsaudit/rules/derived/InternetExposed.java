package io.awsaudit.rules.derived;

import io.awsaudit.inventory.ec2.Instance;
import io.awsaudit.inventory.ec2.IpProtocol;
import io.awsaudit.inventory.ec2.NetworkAcl;
import io.awsaudit.inventory.ec2.Route;
import io.awsaudit.inventory.ec2.RouteTable;
import io.awsaudit.inventory.ec2.SecurityGroup;
import java.util.List;
import java.util.stream.Stream;

/**
 * That the internet has a way to an instance: it has a public address, its subnet routes to an internet gateway, and
 * what stands between, the network ACL and a security group, is judged by port.
 *
 * @param route the one that leads all traffic to the internet gateway
 * @param ipv6 whether this is the way of IPv6; otherwise it is that of IPv4
 */
public record InternetExposed(
        Instance instance, RouteTable table, Route route, NetworkAcl acl, SecurityGroup group, boolean ipv6) {
    /**
     * Returns those of some ports that every address on the internet reaches, by TCP or UDP.
     *
     * @param ports whole numbers
     */
    public List<String> openPorts(List<String> ports) {
        return ports.stream()
                .filter(port -> Stream.of(IpProtocol.TCP, IpProtocol.UDP)
                        .anyMatch(traffic -> isOpen(Integer.parseInt(port), traffic)))
                .toList();
    }

    private boolean isOpen(int port, IpProtocol traffic) {
        return ipv6
                ? group.admitsEveryIpv6(port, traffic) && acl.admitsEveryIpv6(port, traffic)
                : group.admitsEveryIpv4(port, traffic) && acl.admitsEveryIpv4(port, traffic);
    }

    /** {@return the addresses by which the internet reaches the instance} */
    public List<String> addresses() {
        return ipv6 ? instance.ipv6Addresses() : instance.publicIps();
    }
}
