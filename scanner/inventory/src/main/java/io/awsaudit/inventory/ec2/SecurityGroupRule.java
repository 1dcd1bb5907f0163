package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import java.util.Optional;

/**
 * A rule of a security group, which admits one protocol on some ports from, or to, exactly one place.
 *
 * @param ports {@link PortRange#ALL} where the rule names none
 * @param prefixListId the list whose ranges it admits
 * @param referencedGroup the security group whose members it admits: the rule's own, a neighbour, or another account's
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html">SecurityGroupRule</a>
 */
public record SecurityGroupRule(
        IpProtocol protocol,
        PortRange ports,
        Optional<IpRange> range,
        Optional<String> prefixListId,
        Optional<Arn> referencedGroup) {
    /** {@return whether it is about a port of TCP or UDP, alone or among others; ICMP has no ports} */
    public boolean covers(int port, IpProtocol traffic) {
        return protocol.isAll() || protocol.includes(traffic) && ports.contains(port);
    }

    /** {@return the rule as people read it, such as {@code tcp 22 from 0.0.0.0/0}} */
    public String words(String direction) {
        String peer = range.map(IpRange::value)
                .or(() -> prefixListId)
                .or(() -> referencedGroup.map(Arn::lastSegment))
                .orElse("nowhere");
        boolean portless = !protocol.isTcp() && !protocol.isUdp();
        return protocol.words() + (portless ? "" : " " + ports.words()) + " " + direction + " " + peer;
    }
}
