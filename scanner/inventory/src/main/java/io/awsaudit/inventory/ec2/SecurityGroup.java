package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A security group, read whole by {@code ec2:DescribeSecurityGroups} but for the prefix lists that its rules name.
 *
 * @param groupName unique within its VPC; {@code default} for the one that AWS makes with each VPC, and for no other
 * @param vpc empty in EC2-Classic
 * @param ingress what it admits, one source a rule
 * @param prefixLists the ranges of each prefix list that a rule names, by the list's id; empty where none does. They
 *     belong here, since a list may be another account's, and since a refusal then bears on the groups that name it
 *     and on no other
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html">SecurityGroup</a>
 */
@CloudFormationType("AWS::EC2::SecurityGroup")
public record SecurityGroup(
        Identity identity,
        String groupName,
        Optional<Arn> vpc,
        List<SecurityGroupRule> ingress,
        List<SecurityGroupRule> egress,
        Observed<Map<String, List<IpRange>>> prefixLists)
        implements Resource {
    private static final int LOWEST_PORT = 0;
    private static final int LOWEST_USED_PORT = 1;
    private static final int HIGHEST_PORT = 65535;

    public SecurityGroup {
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }

    /** {@return whether AWS made it with its VPC, for what is launched without a group of its own} */
    public boolean isDefault() {
        return groupName.equals("default");
    }

    /** {@return whether it admits or lets out anything at all} */
    public boolean hasRules() {
        return !ingress.isEmpty() || !egress.isEmpty();
    }

    /** {@return its rules as people read them} */
    public List<String> rulesInWords() {
        return Stream.concat(
                        ingress.stream().map(rule -> rule.words("from")),
                        egress.stream().map(rule -> rule.words("to")))
                .toList();
    }

    /**
     * Returns the rules that admit every IPv4 address to one of the ports, by TCP or UDP, as people read them.
     *
     * <p>A rule for all traffic and a range of ports count, a prefix list counts with the ranges that it holds, and so
     * do several rules that admit everyone only together, as {@code 0.0.0.0/1} and {@code 128.0.0.0/1} do. A rule for
     * the members of a security group admits no strangers. A prefix list that was not read admits nobody.
     *
     * @param ports whole numbers
     */
    public List<String> openToEveryIpv4(List<String> ports) {
        return words(open(ports, false));
    }

    /** Returns the rules that admit every IPv6 address to one of the ports; else like {@link #openToEveryIpv4}. */
    public List<String> openToEveryIpv6(List<String> ports) {
        return words(open(ports, true));
    }

    /** Returns the rules that admit every IPv4 or every IPv6 address to one of the ports; else like {@link #openToEveryIpv4}. */
    public List<String> openToEveryone(List<String> ports) {
        Set<SecurityGroupRule> open = new LinkedHashSet<>(open(ports, false));
        open.addAll(open(ports, true));
        return words(open);
    }

    /**
     * Returns the rules that admit every IPv4 or every IPv6 address to a port of TCP or UDP that is not among those named;
     * else like {@link #openToEveryIpv4}.
     *
     * @param tcpPorts whole numbers
     * @param udpPorts whole numbers
     */
    public List<String> openToEveryoneBeyond(List<String> tcpPorts, List<String> udpPorts) {
        return Stream.concat(beyond(tcpPorts, IpProtocol.TCP), beyond(udpPorts, IpProtocol.UDP))
                .distinct()
                .toList();
    }

    /** Returns the rules that admit every IPv4 or every IPv6 address to all ports of TCP, or of UDP. */
    public List<String> openToEveryoneOnAllPorts() {
        if (admitsFew(false) && admitsFew(true)) {
            return List.of();
        }
        return Stream.of(IpProtocol.TCP, IpProtocol.UDP)
                .flatMap(traffic -> Stream.of(false, true).flatMap(ipv6 -> {
                    List<SecurityGroupRule> wide = ingress.stream()
                            .filter(rule ->
                                    rule.covers(LOWEST_USED_PORT, traffic) && rule.covers(HIGHEST_PORT, traffic))
                            .toList();
                    return admitting(wide, ipv6).stream();
                }))
                .distinct()
                .map(rule -> rule.words("from"))
                .toList();
    }

    /** Which rules admit a port changes only where the ports of a rule begin or end, so no more ports are looked at. */
    private Stream<String> beyond(List<String> ports, IpProtocol traffic) {
        if (admitsFew(false) && admitsFew(true)) {
            return Stream.empty();
        }
        Set<Integer> named = ports.stream().map(Integer::parseInt).collect(Collectors.toSet());
        return Stream.of(
                        Stream.of(LOWEST_PORT),
                        ingress.stream()
                                .filter(rule -> rule.protocol().includes(traffic))
                                .flatMap(rule -> Stream.of(
                                        rule.ports().from(), rule.ports().to() + 1)))
                .flatMap(edges -> edges)
                .distinct()
                .map(port -> firstBeside(port, named))
                .filter(port -> port >= LOWEST_PORT && port <= HIGHEST_PORT)
                .distinct()
                .sorted()
                .flatMap(port -> Stream.of(false, true).flatMap(ipv6 -> admitting(port, traffic, ipv6).stream()))
                .distinct()
                .map(rule -> rule.words("from"));
    }

    private static int firstBeside(int port, Set<Integer> named) {
        int beside = port;
        while (named.contains(beside)) {
            beside++;
        }
        return beside;
    }

    /** {@return whether every IPv4 address is admitted to a port of TCP or UDP} */
    public boolean admitsEveryIpv4(int port, IpProtocol traffic) {
        return !admitting(port, traffic, false).isEmpty();
    }

    /** {@return whether every IPv6 address is admitted to a port of TCP or UDP} */
    public boolean admitsEveryIpv6(int port, IpProtocol traffic) {
        return !admitting(port, traffic, true).isEmpty();
    }

    private Set<SecurityGroupRule> open(List<String> ports, boolean ipv6) {
        if (admitsFew(ipv6)) {
            return Set.of();
        }
        Set<SecurityGroupRule> open = new LinkedHashSet<>(2);
        for (String port : ports) {
            int number = Integer.parseInt(port);
            open.addAll(admitting(number, IpProtocol.TCP, ipv6));
            open.addAll(admitting(number, IpProtocol.UDP, ipv6));
        }
        return open;
    }

    private static List<String> words(Set<SecurityGroupRule> rules) {
        return rules.stream().map(rule -> rule.words("from")).distinct().toList();
    }

    /** The rules that together admit everyone; those that do so alone, where there are any. */
    private List<SecurityGroupRule> admitting(int port, IpProtocol traffic, boolean ipv6) {
        List<SecurityGroupRule> covering = new ArrayList<>(0); // none, for nearly every port that is asked for
        for (SecurityGroupRule rule : ingress) {
            if (rule.covers(port, traffic)) {
                covering.add(rule);
            }
        }
        return covering.isEmpty() ? List.of() : admitting(covering, ipv6);
    }

    private List<SecurityGroupRule> admitting(List<SecurityGroupRule> rules, boolean ipv6) {
        return rules.stream().anyMatch(rule -> rule.prefixListId().isPresent())
                ? admittingWithLists(rules, ipv6)
                : admittingByRange(rules, ipv6);
    }

    /** Of rules with a range at most each, as nearly all are: a hundred times quicker, for checks that ask port by port. */
    private List<SecurityGroupRule> admittingByRange(List<SecurityGroupRule> rules, boolean ipv6) {
        List<SecurityGroupRule> alone = new ArrayList<>(0);
        double share = 0;
        for (SecurityGroupRule rule : rules) {
            IpRange range = rule.range().orElse(null);
            if (range != null && range.isIpv6() == ipv6) {
                share += range.share();
                if (range.isEverything()) {
                    alone.add(rule);
                }
            }
        }
        return share < 1 || !alone.isEmpty() ? alone : admittingWithLists(rules, ipv6);
    }

    private List<SecurityGroupRule> admittingWithLists(List<SecurityGroupRule> rules, boolean ipv6) {
        List<SecurityGroupRule> about = rules.stream()
                .filter(rule -> ranges(rule, ipv6).findAny().isPresent())
                .toList();
        if (!IpRange.areEverything(about.stream().flatMap(rule -> ranges(rule, ipv6)))) {
            return List.of();
        }
        List<SecurityGroupRule> alone = about.stream()
                .filter(rule -> IpRange.areEverything(ranges(rule, ipv6)))
                .toList();
        return alone.isEmpty() ? about : alone;
    }

    /** Whether all its rules together cannot admit everyone, whatever their ports: most groups', which spares looking at each. */
    private boolean admitsFew(boolean ipv6) {
        double share = 0;
        for (SecurityGroupRule rule : ingress) {
            if (rule.prefixListId().isPresent()) {
                return false; // to be looked at closely
            }
            if (rule.range().isPresent() && rule.range().get().isIpv6() == ipv6) {
                share += rule.range().get().share();
            }
        }
        return share < 1;
    }

    private Stream<IpRange> ranges(SecurityGroupRule rule, boolean ipv6) {
        Stream<IpRange> listed = rule.prefixListId().stream()
                .flatMap(id -> prefixLists.asOptional().map(lists -> lists.getOrDefault(id, List.of())).stream())
                .flatMap(List::stream);
        return Stream.concat(rule.range().stream(), listed).filter(range -> range.isIpv6() == ipv6);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                vpc.stream().map(target -> new Edge(arn(), Relation.IN, target)),
                ingress.stream()
                        .flatMap(rule -> rule.referencedGroup().stream())
                        .distinct()
                        .map(group -> new Edge(arn(), Relation.TRUSTS, group)));
    }
}
