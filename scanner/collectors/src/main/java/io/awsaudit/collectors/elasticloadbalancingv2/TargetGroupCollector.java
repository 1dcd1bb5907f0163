package io.awsaudit.collectors.elasticloadbalancingv2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.elasticloadbalancingv2.TargetGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/** Reads the target groups of a region. */
final class TargetGroupCollector implements Collector<TargetGroup> {
    private static final Operation DESCRIBE_TARGET_GROUPS =
            ElbV2.operation("DescribeTargetGroups").pages(ElbV2.PAGE);
    private static final Detail TAGS =
            ElbV2.detail(TargetGroup.class, "tags", "DescribeTags").batches(20);

    @Override
    public Set<Class<? extends TargetGroup>> yields() {
        return Set.of(TargetGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_TARGET_GROUPS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<TargetGroup> collect(Reads reads) {
        ElasticLoadBalancingV2Client client = reads.client(ElbV2.ELB);
        var listed = reads.pages(
                DESCRIBE_TARGET_GROUPS,
                () -> client.describeTargetGroupsPaginator(request -> request.pageSize(ElbV2.PAGE))
                        .targetGroups());
        return reads.each(
                TargetGroup.class,
                ElbV2.tagged(listed, group -> group.targetGroupArn(), client),
                ElbV2.Tagged::arn,
                item -> read(item, client, reads));
    }

    private static TargetGroup read(
            ElbV2.Tagged<software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup> item,
            ElasticLoadBalancingV2Client client,
            Reads reads) {
        var listed = item.listed();
        return new TargetGroup(
                new Identity(
                        item.arn(),
                        reads.account(),
                        reads.region(),
                        listed.targetGroupName(),
                        ElbV2.tags(TAGS, item, client, reads)),
                new TargetGroup.TargetType(Answers.sent(listed.targetTypeAsString(), "TargetType")),
                ElbV2.protocol(listed.protocolAsString()),
                ElbV2.protocol(listed.healthCheckProtocolAsString()),
                Optional.ofNullable(listed.vpcId())
                        .filter(vpc -> !vpc.isEmpty())
                        .map(vpc -> reads.arn("ec2", "vpc/" + vpc)),
                listed.loadBalancerArns().stream().sorted().map(Arn::new).toList());
    }
}
