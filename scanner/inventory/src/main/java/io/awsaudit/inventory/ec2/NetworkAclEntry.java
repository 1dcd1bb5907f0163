package io.awsaudit.inventory.ec2;

/**
 * An entry of a network ACL.
 *
 * @param ruleNumber entries are tried in this order; 32767 and 32768 are AWS's own last ones, which deny the rest
 * @param ports {@link PortRange#ALL} where the entry names none
 * @param allows whether it allows what it matches; otherwise it denies it
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html">NetworkAclEntry</a>
 */
public record NetworkAclEntry(
        int ruleNumber, boolean egress, IpProtocol protocol, PortRange ports, IpRange range, boolean allows) {
    /** {@return whether it decides on a port of TCP or UDP} */
    public boolean covers(int port, IpProtocol traffic) {
        return protocol.isAll() || protocol.includes(traffic) && ports.contains(port);
    }

    /** {@return the entry as people read it, such as {@code 100: allow tcp 22 from 0.0.0.0/0}} */
    public String words() {
        boolean portless = !protocol.isTcp() && !protocol.isUdp();
        return ruleNumber + ": " + (allows ? "allow " : "deny ") + protocol.words()
                + (portless ? "" : " " + ports.words()) + (egress ? " to " : " from ") + range.value();
    }
}
