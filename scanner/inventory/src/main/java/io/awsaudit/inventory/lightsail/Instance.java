package io.awsaudit.inventory.lightsail;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.IpRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An instance of Lightsail, read whole by {@code lightsail:GetInstances}.
 *
 * @param state such as {@code running}
 * @param snapshotsMade whether Lightsail makes a snapshot of it each day
 * @param httpTokens whether its metadata is given {@code required} or {@code optional} tokens; empty where AWS does not say
 * @param ports those that its firewall lets through
 * @see <a href="https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_Instance.html">Instance</a>
 */
@CloudFormationType("AWS::Lightsail::Instance")
public record Instance(
        Identity identity, String state, boolean snapshotsMade, Optional<String> httpTokens, List<Ports> ports)
        implements Resource {
    private static final String REQUIRED = "required";

    /**
     * Ports that the firewall lets some addresses through to.
     *
     * @param protocol {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6} or {@code all}
     */
    public record Ports(int from, int to, String protocol, List<IpRange> ranges) {
        private static final Set<String> WITH_PORTS = Set.of("tcp", "udp", "all");

        public Ports {
            ranges = List.copyOf(ranges);
        }

        boolean covers(int port) {
            return WITH_PORTS.contains(protocol) && (protocol.equals("all") || from <= port && port <= to);
        }

        boolean admitsEverybody() {
            return IpRange.areEverything(ranges.stream().filter(range -> !range.isIpv6()))
                    || IpRange.areEverything(ranges.stream().filter(IpRange::isIpv6));
        }

        String words() {
            return protocol + " " + from + "-" + to;
        }
    }

    public Instance {
        ports = List.copyOf(ports);
    }

    /** {@return whether its metadata is given without a token, as far as AWS says} */
    public boolean givesMetadataWithoutToken() {
        return httpTokens.filter(tokens -> !tokens.equals(REQUIRED)).isPresent();
    }

    /**
     * Returns what lets every IPv4 or every IPv6 address through to one of the ports, as people read it.
     *
     * @param wanted whole numbers
     */
    public List<String> openToEveryone(List<String> wanted) {
        return wanted.stream()
                .map(Integer::parseInt)
                .flatMap(this::letsEverybodyThrough)
                .distinct()
                .toList();
    }

    private Stream<String> letsEverybodyThrough(int port) {
        return ports.stream()
                .filter(open -> open.covers(port) && open.admitsEverybody())
                .map(Ports::words);
    }
}
