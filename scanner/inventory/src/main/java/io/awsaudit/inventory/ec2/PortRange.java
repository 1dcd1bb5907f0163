package io.awsaudit.inventory.ec2;

/**
 * Ports from one to another, both included. For ICMP, EC2 puts type and code in their place.
 *
 * @param from first port; {@code -1} for all
 */
public record PortRange(int from, int to) {
    /** Every port, which is also what leaving the ports out means. */
    public static final PortRange ALL = new PortRange(0, 65535);

    /** {@return whether a port is among these} */
    public boolean contains(int port) {
        return from < 0 || from <= port && port <= to;
    }

    /** {@return the ports as people read them, such as {@code 22} or {@code 0-1024}} */
    public String words() {
        return from < 0 || equals(ALL) ? "all ports" : from == to ? String.valueOf(from) : from + "-" + to;
    }
}
