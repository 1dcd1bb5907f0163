package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * A peering of two VPCs, read whole by {@code ec2:DescribeVpcPeeringConnections}. Both sides list it, each with an ARN of
 * its own account and region, and either VPC may be another account's or region's.
 *
 * @param requesterRanges those of the VPC that asked, of both families; AWS tells the other account's only once it is active
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnection.html">VpcPeeringConnection</a>
 */
@CloudFormationType("AWS::EC2::VPCPeeringConnection")
public record VpcPeeringConnection(
        Identity identity,
        Arn requesterVpc,
        List<IpRange> requesterRanges,
        Arn accepterVpc,
        List<IpRange> accepterRanges,
        Status status)
        implements Resource {
    public VpcPeeringConnection {
        requesterRanges = List.copyOf(requesterRanges);
        accepterRanges = List.copyOf(accepterRanges);
    }

    /** {@return the ranges of the VPC on the side that this one is not} */
    public List<IpRange> rangesBeyond(Arn vpc) {
        return vpc.equals(requesterVpc) ? accepterRanges : requesterRanges;
    }

    /** Where a peering is in its life. */
    public record Status(String value) implements OpenValue {
        public static final Status ACTIVE = new Status("active");
        public static final Status DELETED = new Status("deleted");
        public static final Status EXPIRED = new Status("expired");
        public static final Status FAILED = new Status("failed");
        public static final Status PENDING_ACCEPTANCE = new Status("pending-acceptance");
        public static final Status REJECTED = new Status("rejected");
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(requesterVpc, accepterVpc).map(vpc -> new Edge(arn(), Relation.ATTACHED_TO, vpc));
    }
}
