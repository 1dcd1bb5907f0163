package io.awsaudit.collectors.autoscaling;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.autoscaling.AutoScalingGroup;
import io.awsaudit.inventory.autoscaling.AutoScalingGroup.MixedInstancesPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateOverrides;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Reads the Auto Scaling groups of a region. */
final class AutoScalingGroupCollector implements Collector<AutoScalingGroup> {
    static final AwsService<AutoScalingClient> CLIENT = AwsService.of("autoscaling", AutoScalingClient::builder);
    private static final Operation DESCRIBE_GROUPS =
            Operation.of("autoscaling:DescribeAutoScalingGroups").pages(100);

    /** Of traffic sources, those that are Elastic Load Balancing's; the other one is {@code vpc-lattice}. */
    private static final Set<String> LOAD_BALANCING = Set.of("elb", "elbv2");

    @Override
    public Set<Class<? extends AutoScalingGroup>> yields() {
        return Set.of(AutoScalingGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_GROUPS);
    }

    @Override
    public Stream<AutoScalingGroup> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE_GROUPS,
                        () -> reads.client(CLIENT)
                                .describeAutoScalingGroupsPaginator(request -> request.maxRecords(100))
                                .autoScalingGroups())
                // The status is absent but for a group that is being deleted.
                .filter(group -> group.status() == null || group.status().isEmpty())
                .map(group -> read(group, reads));
    }

    private static AutoScalingGroup read(
            software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup listed, Reads reads) {
        Map<String, String> tags = listed.tags().stream()
                .collect(Collectors.toMap(
                        TagDescription::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one));
        return new AutoScalingGroup(
                Identity.tagged(
                        new Arn(listed.autoScalingGroupARN()),
                        reads.account(),
                        reads.region(),
                        listed.autoScalingGroupName(),
                        tags),
                listed.minSize(),
                listed.maxSize(),
                listed.desiredCapacity(),
                split(listed.healthCheckType()),
                listed.healthCheckGracePeriod() == null ? 0 : listed.healthCheckGracePeriod(),
                Stream.of(
                                listed.loadBalancerNames().stream(),
                                listed.targetGroupARNs().stream(),
                                listed.trafficSources().stream()
                                        .filter(source -> LOAD_BALANCING.contains(String.valueOf(source.type())))
                                        .map(source -> source.identifier()))
                        .flatMap(names -> names)
                        .distinct()
                        .toList(),
                listed.availabilityZones().stream().distinct().sorted().toList(),
                split(listed.vpcZoneIdentifier()).stream()
                        .map(subnet -> reads.arn("ec2", "subnet/" + subnet))
                        .toList(),
                launchTemplateOf(listed),
                mixedInstancesPolicyOf(listed),
                Optional.ofNullable(listed.launchConfigurationName()).filter(name -> !name.isEmpty()),
                listed.instances().stream()
                        .map(instance -> reads.arn("ec2", "instance/" + instance.instanceId()))
                        .toList(),
                listed.suspendedProcesses().stream()
                        .map(SuspendedProcess::processName)
                        .sorted()
                        .toList(),
                Boolean.TRUE.equals(listed.capacityRebalance()));
    }

    private static Optional<String> launchTemplateOf(
            software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup listed) {
        @Nullable LaunchTemplateSpecification template = listed.launchTemplate();
        if (template == null
                && listed.mixedInstancesPolicy() != null
                && listed.mixedInstancesPolicy().launchTemplate() != null) {
            template = listed.mixedInstancesPolicy().launchTemplate().launchTemplateSpecification();
        }
        return Optional.ofNullable(template)
                .map(found -> found.launchTemplateId() == null ? found.launchTemplateName() : found.launchTemplateId());
    }

    private static Optional<MixedInstancesPolicy> mixedInstancesPolicyOf(
            software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup listed) {
        return Optional.ofNullable(listed.mixedInstancesPolicy()).map(policy -> {
            List<LaunchTemplateOverrides> overrides = policy.launchTemplate() == null
                    ? List.of()
                    : policy.launchTemplate().overrides();
            return new MixedInstancesPolicy(
                    overrides.stream()
                            .map(LaunchTemplateOverrides::instanceType)
                            .filter(type -> type != null && !type.isEmpty())
                            .distinct()
                            .sorted()
                            .toList(),
                    overrides.stream().anyMatch(override -> override.instanceRequirements() != null),
                    onDemandPercentageOf(policy));
        });
    }

    /** Where nothing is said, all that is started is on demand. */
    private static int onDemandPercentageOf(
            software.amazon.awssdk.services.autoscaling.model.MixedInstancesPolicy policy) {
        return policy.instancesDistribution() == null
                        || policy.instancesDistribution().onDemandPercentageAboveBaseCapacity() == null
                ? 100
                : policy.instancesDistribution().onDemandPercentageAboveBaseCapacity();
    }

    /** Several health checks, and several subnets, come as one text with commas. */
    private static List<String> split(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
