package io.awsaudit.inventory.transfer;

import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The settings of a server, by {@code transfer:DescribeServer}.
 *
 * @param protocols those that it speaks, such as {@code SFTP}, which is the only one of a server for which none was chosen
 * @param securityPolicy which algorithms it offers; empty where AWS does not say
 * @param logDestinations groups of CloudWatch Logs that it writes to
 * @param subnets those that its endpoint stands in; empty where it is in no VPC
 * @param directoryListingOptimized whether it lists what is in buckets the fast way, as it does where the console made it
 * @see <a href="https://docs.aws.amazon.com/transfer/latest/APIReference/API_DescribedServer.html">DescribedServer</a>
 */
public record ServerDescription(
        List<String> protocols,
        Optional<String> securityPolicy,
        List<Arn> logDestinations,
        List<Arn> subnets,
        boolean directoryListingOptimized) {
    private static final String FTP = "FTP";
    private static final String AS2 = "AS2";

    /** What servers got before there was a choice, and get from CloudFormation where none is made. */
    private static final String FIRST_POLICY = "TransferSecurityPolicy-2018-11";

    /** Holds where it takes files and passwords in the clear. */
    public static final Predicate<ServerDescription> WITH_FTP =
            server -> server.protocols().contains(FTP);

    /** Holds where it writes no log of the newer kind. */
    public static final Predicate<ServerDescription> WITHOUT_LOGS =
            server -> server.logDestinations().isEmpty();

    /** Holds where it lists what is in buckets the slow way. */
    public static final Predicate<ServerDescription> WITH_SLOW_LISTINGS = server -> !server.directoryListingOptimized();

    /** Holds where its endpoint stands in one subnet; each is of another availability zone. */
    public static final Predicate<ServerDescription> IN_ONE_SUBNET =
            server -> server.subnets().size() < 2;

    /** Holds where it speaks with servers of partners alone, which are no users. */
    public static final Predicate<ServerDescription> FOR_AS2_ALONE =
            server -> server.protocols().stream().allMatch(AS2::equals);

    /** The protocols, as evidence. */
    public static final Function<ServerDescription, List<String>> PROTOCOLS = ServerDescription::protocols;

    /** The security policy in force, as evidence. */
    public static final Function<ServerDescription, String> POLICY = ServerDescription::policyInForce;

    /** The subnets, as evidence. */
    public static final Function<ServerDescription, List<Arn>> SUBNETS = ServerDescription::subnets;

    public ServerDescription {
        protocols = List.copyOf(protocols);
        logDestinations = List.copyOf(logDestinations);
        subnets = List.copyOf(subnets);
    }

    /** {@return the name of its security policy; where AWS names none, the first that there was} */
    public String policyInForce() {
        return securityPolicy.orElse(FIRST_POLICY);
    }

    /** Holds where its security policy is one of these. */
    public static Predicate<ServerDescription> withPolicyOf(List<String> policies) {
        return server -> policies.contains(server.policyInForce());
    }
}
