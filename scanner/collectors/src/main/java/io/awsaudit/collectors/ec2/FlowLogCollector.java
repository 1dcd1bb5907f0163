package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.FlowLog;
import io.awsaudit.inventory.ec2.FlowLog.TrafficType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads flow logs. */
final class FlowLogCollector implements Collector<FlowLog> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeFlowLogs");

    @Override
    public Set<Class<? extends FlowLog>> yields() {
        return Set.of(FlowLog.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<FlowLog> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeFlowLogsPaginator()
                                .flowLogs())
                .map(log -> read(log, reads));
    }

    private static FlowLog read(software.amazon.awssdk.services.ec2.model.FlowLog log, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(log.tags());
        return new FlowLog(
                Identity.tagged(
                        reads.arn("ec2", "vpc-flow-log/" + log.flowLogId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, log.flowLogId()),
                        tags),
                reads.arn("ec2", kindOf(log.resourceId()) + "/" + log.resourceId()),
                Optional.ofNullable(log.trafficTypeAsString()).map(TrafficType::new),
                log.flowLogStatus(),
                destination(log, reads),
                Optional.ofNullable(log.deliverLogsStatus()),
                Optional.ofNullable(log.deliverLogsErrorMessage()));
    }

    /** The id's prefix says what a flow log is of; the API has no field for it. */
    private static String kindOf(String id) {
        return id.startsWith("vpc-")
                ? "vpc"
                : id.startsWith("subnet-")
                        ? "subnet"
                        : id.startsWith("eni-")
                                ? "network-interface"
                                : id.startsWith("tgw-attach-") ? "transit-gateway-attachment" : "transit-gateway";
    }

    private static Optional<Arn> destination(software.amazon.awssdk.services.ec2.model.FlowLog log, Reads reads) {
        if (log.logDestination() != null && !log.logDestination().isBlank()) {
            return Optional.of(new Arn(log.logDestination()));
        }
        return Optional.ofNullable(log.logGroupName()).map(name -> reads.arn("logs", "log-group:" + name));
    }
}
