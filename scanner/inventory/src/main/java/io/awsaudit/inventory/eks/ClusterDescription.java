package io.awsaudit.inventory.eks;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.lifecycle.Lifecycle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a cluster is, by {@code eks:DescribeCluster}.
 *
 * @param status such as {@code ACTIVE}
 * @param version of Kubernetes, such as {@code 1.34}
 * @param endpointPublicAccess whether the Kubernetes API answers on the internet
 * @param endpointPrivateAccess whether what is in the cluster's VPC reaches it without a way through the internet
 * @param publicAccessCidrs who may call it there; empty where AWS does not say, and then everybody may
 * @param logTypes those that go to CloudWatch Logs, such as {@code audit}; none unless they are turned on
 * @param secretsEncrypted whether a key of KMS encrypts Kubernetes' secrets before they are stored
 * @param secretsKey that key
 * @param deletionProtection false where AWS does not say
 * @param role what Kubernetes' control plane may do
 */
public record ClusterDescription(
        String status,
        String version,
        boolean endpointPublicAccess,
        boolean endpointPrivateAccess,
        List<IpRange> publicAccessCidrs,
        List<String> logTypes,
        boolean secretsEncrypted,
        Optional<Arn> secretsKey,
        boolean deletionProtection,
        Optional<Arn> role,
        Optional<String> vpc,
        List<Arn> securityGroups) {
    private static final IpRange EVERYBODY = new IpRange("0.0.0.0/0");

    /** Holds of clusters that are on their way out. */
    public static final Predicate<ClusterDescription> DELETING =
            cluster -> cluster.status().equals("DELETING");

    /** Holds where the Kubernetes API answers on the internet, whoever may call it. */
    public static final Predicate<ClusterDescription> PUBLIC = ClusterDescription::endpointPublicAccess;

    /** Holds where the Kubernetes API answers everybody on the internet. */
    public static final Predicate<ClusterDescription> OPEN = ClusterDescription::isOpen;

    /** Holds where what is in the cluster's VPC calls the Kubernetes API through the internet. */
    public static final Predicate<ClusterDescription> WITHOUT_PRIVATE_ENDPOINT =
            cluster -> !cluster.endpointPrivateAccess();

    /** Holds where no key of the customer's encrypts Kubernetes' secrets. */
    public static final Predicate<ClusterDescription> PLAIN_SECRETS = cluster -> !cluster.secretsEncrypted();

    /** Holds of clusters that one call deletes. */
    public static final Predicate<ClusterDescription> UNPROTECTED = cluster -> !cluster.deletionProtection();

    /** Who may call the Kubernetes API on the internet, as evidence. */
    public static final Function<ClusterDescription, List<IpRange>> CALLERS =
            cluster -> cluster.publicAccessCidrs().isEmpty() ? List.of(EVERYBODY) : cluster.publicAccessCidrs();

    /** The version, as evidence. */
    public static final Function<ClusterDescription, String> VERSION = ClusterDescription::version;

    /** The types of logs that are kept, as evidence. */
    public static final Function<ClusterDescription, List<String>> LOGS = ClusterDescription::logTypes;

    public ClusterDescription {
        publicAccessCidrs = List.copyOf(publicAccessCidrs);
        logTypes = List.copyOf(logTypes);
        securityGroups = List.copyOf(securityGroups);
    }

    private boolean isOpen() {
        return endpointPublicAccess
                && (publicAccessCidrs.isEmpty()
                        || IpRange.areEverything(publicAccessCidrs.stream().filter(range -> !range.isIpv6()))
                        || IpRange.areEverything(publicAccessCidrs.stream().filter(IpRange::isIpv6)));
    }

    boolean isOutOfSupport(Instant asOf) {
        return Lifecycle.isOver("eks", version, asOf);
    }
}
