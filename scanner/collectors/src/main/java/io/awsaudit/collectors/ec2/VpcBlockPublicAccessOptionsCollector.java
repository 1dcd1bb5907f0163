package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.VpcBlockPublicAccessOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads whether the VPCs of a region may use internet gateways. */
final class VpcBlockPublicAccessOptionsCollector implements Collector<VpcBlockPublicAccessOptions> {
    private static final Detail MODE = Detail.of(
            VpcBlockPublicAccessOptions.class, "internetGatewayBlockMode", "ec2:DescribeVpcBlockPublicAccessOptions");

    @Override
    public Set<Class<? extends VpcBlockPublicAccessOptions>> yields() {
        return Set.of(VpcBlockPublicAccessOptions.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return List.of(MODE);
    }

    @Override
    public Stream<VpcBlockPublicAccessOptions> collect(Reads reads) {
        Arn arn = reads.arn("ec2", "vpc-block-public-access-options");
        return Stream.of(new VpcBlockPublicAccessOptions(
                Identity.untagged(arn, reads.account(), reads.region(), "VPC block public access of " + reads.region()),
                reads.observe(
                        MODE,
                        arn,
                        () -> Answers.orIfNoSuchOperation(
                                () -> new VpcBlockPublicAccessOptions.Mode(Answers.sent(
                                        reads.client(Ec2.CLIENT)
                                                .describeVpcBlockPublicAccessOptions(request -> {})
                                                .vpcBlockPublicAccessOptions()
                                                .internetGatewayBlockModeAsString(),
                                        "internetGatewayBlockMode")),
                                VpcBlockPublicAccessOptions.Mode.OFF))));
    }
}
