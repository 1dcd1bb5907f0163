package io.awsaudit.collectors.applicationautoscaling;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.applicationautoscaling.ScalableTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** Reads which capacities of DynamoDB are scaled, in two listings: AWS lists one service at a time. */
final class ScalableTargetCollector implements Collector<ScalableTarget> {
    private static final AwsService<ApplicationAutoScalingClient> CLIENT =
            AwsService.of("application-autoscaling", ApplicationAutoScalingClient::builder);
    private static final Operation DESCRIBE_TARGETS =
            Operation.of("application-autoscaling:DescribeScalableTargets").ownPages(50);
    private static final Operation DESCRIBE_POLICIES = Operation.of("application-autoscaling:DescribeScalingPolicies")
            .ownPages(50)
            .where("there are scalable targets");
    private static final Observed<Map<String, String>> UNREAD = Observed.unknown(new Gap(
            Gap.Cause.SKIPPED, "application-autoscaling:ListTagsForResource", Optional.empty(), "no check reads them"));
    private static final ServiceNamespace SERVICE = ServiceNamespace.DYNAMODB;

    @Override
    public Set<Class<? extends ScalableTarget>> yields() {
        return Set.of(ScalableTarget.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_TARGETS, DESCRIBE_POLICIES);
    }

    @Override
    public Stream<ScalableTarget> collect(Reads reads) {
        ApplicationAutoScalingClient client = reads.client(CLIENT);
        var targets = reads.pages(
                        DESCRIBE_TARGETS,
                        () -> client.describeScalableTargetsPaginator(request -> request.serviceNamespace(SERVICE))
                                .scalableTargets())
                .toList();
        if (targets.isEmpty()) {
            return Stream.empty();
        }
        Map<String, List<String>> policies = reads.pages(
                        DESCRIBE_POLICIES,
                        () -> client.describeScalingPoliciesPaginator(request -> request.serviceNamespace(SERVICE))
                                .scalingPolicies())
                .collect(Collectors.groupingBy(
                        policy -> nameOf(policy.resourceId(), policy.scalableDimensionAsString()),
                        Collectors.mapping(ScalingPolicy::policyName, Collectors.toList())));
        return targets.stream().map(target -> read(target, policies, reads));
    }

    private static ScalableTarget read(
            software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget target,
            Map<String, List<String>> policies,
            Reads reads) {
        String name = nameOf(target.resourceId(), target.scalableDimensionAsString());
        // Targets from before they had ARNs get one when they are next tagged.
        Arn arn = Optional.ofNullable(target.scalableTargetARN())
                .map(Arn::new)
                .orElseGet(() -> reads.arn("application-autoscaling", "scalable-target/" + name));
        SuspendedState suspended = target.suspendedState();
        return new ScalableTarget(
                new Identity(arn, reads.account(), reads.region(), name, UNREAD),
                target.serviceNamespaceAsString(),
                target.resourceId(),
                target.scalableDimensionAsString(),
                orZero(target.minCapacity()),
                orZero(target.maxCapacity()),
                suspended != null
                        && (Boolean.TRUE.equals(suspended.dynamicScalingOutSuspended())
                                || Boolean.TRUE.equals(suspended.dynamicScalingInSuspended())),
                policies.getOrDefault(name, List.of()).stream().sorted().toList());
    }

    private static String nameOf(String resourceId, String dimension) {
        return resourceId + " " + dimension;
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
