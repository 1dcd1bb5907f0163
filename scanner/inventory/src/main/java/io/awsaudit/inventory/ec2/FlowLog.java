package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A flow log, read whole by {@code ec2:DescribeFlowLogs}.
 *
 * @param resource the VPC, subnet, network interface or transit gateway whose traffic it records
 * @param trafficType empty for transit gateways, which take no filter
 * @param destination the bucket, log group or delivery stream, where AWS gives its ARN
 * @param deliverLogsStatus empty where nothing was delivered yet
 * @param deliverLogsErrorMessage why delivery fails, such as {@code Access error}
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html">FlowLog</a>
 */
@CloudFormationType("AWS::EC2::FlowLog")
public record FlowLog(
        Identity identity,
        Arn resource,
        Optional<TrafficType> trafficType,
        String flowLogStatus,
        Optional<Arn> destination,
        Optional<String> deliverLogsStatus,
        Optional<String> deliverLogsErrorMessage)
        implements Resource {
    /** Which traffic is recorded. */
    public record TrafficType(String value) implements OpenValue {
        public static final TrafficType ACCEPT = new TrafficType("ACCEPT");
        public static final TrafficType ALL = new TrafficType("ALL");
        public static final TrafficType REJECT = new TrafficType("REJECT");
    }

    /** {@return whether it was created to the end} */
    public boolean isActive() {
        return flowLogStatus.equals("ACTIVE");
    }

    /** {@return whether the last attempt to deliver records failed} */
    public boolean failsToDeliver() {
        return deliverLogsStatus.filter("FAILED"::equals).isPresent();
    }

    /** {@return the type of traffic that it records as AWS spells it, empty for transit gateways} */
    public String traffic() {
        return trafficType.map(TrafficType::value).orElse("");
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.WATCHES, resource)),
                destination.stream().map(target -> new Edge(arn(), Relation.DELIVERS_TO, target)));
    }
}
