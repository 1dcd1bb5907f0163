package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.OpenValue;

/**
 * A protocol of IP, named or numbered: security groups say {@code tcp} where network ACLs say {@code 6}, and both say
 * {@code -1} for all.
 */
public record IpProtocol(String value) implements OpenValue {
    public static final IpProtocol ALL = new IpProtocol("-1");
    public static final IpProtocol TCP = new IpProtocol("tcp");
    public static final IpProtocol UDP = new IpProtocol("udp");

    /** {@return whether these are all protocols} */
    public boolean isAll() {
        return value.equals("-1");
    }

    /** {@return whether this is TCP and nothing else} */
    public boolean isTcp() {
        return value.equals("tcp") || value.equals("6");
    }

    /** {@return whether this is UDP and nothing else} */
    public boolean isUdp() {
        return value.equals("udp") || value.equals("17");
    }

    /** {@return whether traffic of {@code other}, TCP or UDP, is of this protocol too} */
    public boolean includes(IpProtocol other) {
        return isAll() || isTcp() && other.isTcp() || isUdp() && other.isUdp();
    }

    /** {@return the protocol as people read it} */
    public String words() {
        return isAll() ? "all traffic" : isTcp() ? "tcp" : isUdp() ? "udp" : value;
    }
}
