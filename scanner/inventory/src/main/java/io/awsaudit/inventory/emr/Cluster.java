package io.awsaudit.inventory.emr;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A cluster that is not terminated, listed by {@code elasticmapreduce:ListClusters}. Passwords of Kerberos and configurations
 * of its applications are not in it.
 *
 * @param state such as {@code WAITING}
 * @param settings what {@code elasticmapreduce:DescribeCluster} adds
 * @param primaryNodes those that run, from {@code elasticmapreduce:ListInstances}
 * @param idleTimeout after how long without work it ends by itself; empty where it never does
 * @see <a href="https://docs.aws.amazon.com/emr/latest/APIReference/API_Cluster.html">Cluster</a>
 */
@CloudFormationType("AWS::EMR::Cluster")
public record Cluster(
        Identity identity,
        String state,
        Observed<Settings> settings,
        Observed<List<PrimaryNode>> primaryNodes,
        Observed<IdleTimeout> idleTimeout)
        implements Resource {
    private static final Set<String> AT_WORK = Set.of("RUNNING", "WAITING");

    /** Holds of those that end by themselves when their steps are done. */
    public static final Predicate<Settings> TRANSIENT = Settings::autoTerminates;

    /** Holds of those that go on when their steps are done, and that one call ends. */
    public static final Predicate<Settings> UNPROTECTED =
            settings -> !settings.autoTerminates() && !settings.terminationProtected();

    /** Holds of those whose logs are lost with them. */
    public static final Predicate<Settings> WITHOUT_LOGS =
            settings -> settings.logs().isEmpty();

    /** Holds of those that take everybody at their word for who they are. */
    public static final Predicate<Settings> WITHOUT_KERBEROS = settings -> !settings.kerberos();

    /** Holds of those that no security configuration protects. */
    public static final Predicate<Settings> WITHOUT_SECURITY_CONFIGURATION =
            settings -> settings.securityConfiguration().isEmpty();

    /** Holds where no primary node runs. */
    public static final Predicate<List<PrimaryNode>> WITHOUT_PRIMARY = List::isEmpty;

    /** Holds where a primary node has an address on the internet. */
    public static final Predicate<List<PrimaryNode>> PUBLIC =
            nodes -> nodes.stream().anyMatch(node -> node.publicIp().isPresent());

    /** Translates primary nodes into their addresses on the internet. */
    public static final Function<List<PrimaryNode>, List<String>> ADDRESSES =
            nodes -> nodes.stream().flatMap(node -> node.publicIp().stream()).toList();

    /** Holds where the cluster does not outlive a primary node. */
    public static final Predicate<List<PrimaryNode>> FEW_PRIMARIES = nodes -> nodes.size() < 3;

    /** Holds of those that go on without work for ever. */
    public static final Predicate<IdleTimeout> NEVER_ENDS =
            timeout -> timeout.seconds().isEmpty();

    /** After how many seconds without work a cluster ends; empty where it never does. */
    public record IdleTimeout(Optional<Long> seconds) {}

    /**
     * What the listing leaves out.
     *
     * @param releaseLabel such as {@code emr-7.5.0}
     * @param logs the bucket and prefix that logs go to
     * @param autoTerminates whether it ends when its steps are done
     * @param terminationProtected whether a call to end it is refused
     * @param securityConfiguration the name of the one that it uses
     * @param kerberos whether it knows people by Kerberos
     */
    public record Settings(
            Optional<String> releaseLabel,
            Optional<String> logs,
            boolean autoTerminates,
            boolean terminationProtected,
            Optional<Arn> securityConfiguration,
            boolean kerberos,
            Optional<Arn> subnet) {}

    /**
     * A machine that directs the others.
     *
     * @param instance the EC2 instance
     */
    public record PrimaryNode(Optional<Arn> instance, Optional<String> publicIp) {}

    /** {@return whether it is up, and not being made or ended} */
    public boolean isAtWork() {
        return AT_WORK.contains(state);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                        settings.asOptional().stream()
                                .flatMap(known -> Stream.of(
                                        known.securityConfiguration()
                                                .map(used -> new Edge(arn(), Relation.CONFIGURED_BY, used)),
                                        known.subnet().map(subnet -> new Edge(arn(), Relation.IN, subnet)))),
                        primaryNodes.asOptional().stream()
                                .flatMap(List::stream)
                                .map(node ->
                                        node.instance().map(instance -> new Edge(arn(), Relation.CONTAINS, instance))))
                .flatMap(Optional::stream);
    }
}
