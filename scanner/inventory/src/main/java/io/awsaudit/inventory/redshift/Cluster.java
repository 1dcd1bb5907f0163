package io.awsaudit.inventory.redshift;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.IpProtocol;
import io.awsaudit.inventory.ec2.SecurityGroup;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A provisioned data warehouse, read by {@code redshift:DescribeClusters} but for its logging.
 *
 * @param status such as {@code available} or {@code paused}
 * @param kmsKey the key that encrypts it; empty when it is not encrypted, or by a hardware module
 * @param automatedSnapshotRetentionDays 0 when automated snapshots are off
 * @param allowVersionUpgrade whether new versions of the engine are installed in its maintenance window
 * @param multiAz whether it computes in two zones
 * @param administrator the name of the user that was made with it
 * @param port empty while it is being made
 * @param auditLogging whether it writes audit logs, to S3 or CloudWatch Logs
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_Cluster.html">Cluster</a>
 */
@CloudFormationType("AWS::Redshift::Cluster")
public record Cluster(
        Identity identity,
        String nodeType,
        int nodes,
        String status,
        boolean encrypted,
        Optional<Arn> kmsKey,
        boolean publiclyAccessible,
        boolean enhancedVpcRouting,
        int automatedSnapshotRetentionDays,
        boolean allowVersionUpgrade,
        boolean multiAz,
        Optional<String> administrator,
        OptionalInt port,
        Optional<Arn> subnetGroup,
        List<Arn> securityGroups,
        List<ClusterParameterGroupStatus> parameterGroups,
        Observed<Boolean> auditLogging)
        implements Resource {
    public Cluster {
        securityGroups = List.copyOf(securityGroups);
        parameterGroups = List.copyOf(parameterGroups);
    }

    /** {@return whether its administrator has one of some names, however they are written} */
    public boolean isAdministeredBy(List<String> names) {
        return administrator.stream().anyMatch(name -> names.stream().anyMatch(name::equalsIgnoreCase));
    }

    /** {@return whether a security group lets every IPv4 or every IPv6 address connect to its port} */
    public boolean isOpenToEveryoneBy(SecurityGroup group) {
        return port.isPresent()
                && (group.admitsEveryIpv4(port.getAsInt(), IpProtocol.TCP)
                        || group.admitsEveryIpv6(port.getAsInt(), IpProtocol.TCP));
    }

    /** {@return the parameter groups that it takes its parameters from; in effect one} */
    public List<Arn> parameterGroupArns() {
        return parameterGroups.stream().map(ClusterParameterGroupStatus::group).toList();
    }

    /** {@return whether what a parameter group says of a parameter still waits for a restart, or for something else} */
    public boolean awaits(String parameter) {
        return parameterGroups.stream().anyMatch(status -> status.awaits(parameter));
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        subnetGroup.stream().map(group -> new Edge(arn(), Relation.IN, group)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        parameterGroups.stream().map(status -> new Edge(arn(), Relation.CONFIGURED_BY, status.group())))
                .flatMap(edges -> edges);
    }

    /** {@return whether it answers no queries, and will not by itself} */
    public boolean isBroken() {
        return status.equals("hardware-failure") || status.equals("storage-full") || status.startsWith("incompatible-");
    }
}
