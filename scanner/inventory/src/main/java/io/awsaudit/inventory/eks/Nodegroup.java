package io.awsaudit.inventory.eks;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.lifecycle.Lifecycle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A managed node group, read whole by {@code eks:DescribeNodegroup}, whose answer alone has its ARN; one that is being
 * deleted is none any more.
 *
 * @param cluster the one that its nodes are of
 * @param version of Kubernetes; absent where an image of the customer's own decides
 * @param amiType such as {@code AL2023_x86_64_STANDARD} or {@code CUSTOM}
 * @param launchTemplate id of the one that says what its instances are like
 * @param sshKey name of the key pair that opens its instances for SSH, or of Windows for RDP; absent where nobody may
 *     connect, and where there is a launch template of the customer's
 * @param remoteAccessSources security groups that may connect; if empty, and there is a key, the whole internet may
 * @param role what its nodes may do
 * @see <a href="https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html">Nodegroup</a>
 */
@CloudFormationType("AWS::EKS::Nodegroup")
public record Nodegroup(
        Identity identity,
        Arn cluster,
        String status,
        Optional<String> version,
        Optional<String> amiType,
        Optional<String> launchTemplate,
        Optional<String> sshKey,
        List<Arn> remoteAccessSources,
        Optional<Arn> role)
        implements Resource {
    public Nodegroup {
        remoteAccessSources = List.copyOf(remoteAccessSources);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.MEMBER_OF, cluster)),
                role.stream().map(name -> new Edge(arn(), Relation.RUNS_AS, name)));
    }

    /** {@return whether EKS knows which version of Kubernetes its nodes run} */
    public boolean isVersioned() {
        return version.isPresent();
    }

    /** {@return whether standard support of its Kubernetes version had ended} */
    public boolean isOutOfSupport(Instant asOf) {
        return version.filter(known -> Lifecycle.isOver("eks", known, asOf)).isPresent();
    }

    /** {@return whether a launch template of the customer's says who may connect to its nodes} */
    public boolean isFromLaunchTemplate() {
        return launchTemplate.isPresent();
    }

    /** {@return whether EKS has opened the port for SSH, or RDP, to the internet} */
    public boolean opensRemoteAccess() {
        return sshKey.isPresent() && remoteAccessSources.isEmpty();
    }

    /** {@return whether EKS cannot look after its nodes, or could not make or delete it} */
    public boolean isUnhealthy() {
        return status.equals("DEGRADED") || status.endsWith("_FAILED");
    }
}
