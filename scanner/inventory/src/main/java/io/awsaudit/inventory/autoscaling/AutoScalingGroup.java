package io.awsaudit.inventory.autoscaling;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.InstanceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An Auto Scaling group, read whole by {@code autoscaling:DescribeAutoScalingGroups}; one that is being deleted is none
 * any more.
 *
 * @param healthCheckTypes what makes it replace an instance: {@code EC2}, always, and {@code ELB}, {@code EBS} or
 *     {@code VPC_LATTICE}
 * @param healthCheckGraceSeconds how long a new instance may stay unhealthy
 * @param loadBalancers what Elastic Load Balancing it registers its instances with: ARNs of target groups, names of
 *     classic load balancers
 * @param launchTemplate its id, else its name; that of a mixed instances policy included
 * @param mixedInstancesPolicy what it may start besides; empty for a group that starts one kind of instance
 * @param launchConfiguration the name of what groups used before there were launch templates
 * @param suspendedProcesses such as {@code HealthCheck} or {@code ReplaceUnhealthy}
 * @param capacityRebalance whether it replaces Spot instances before AWS takes them back
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html">AutoScalingGroup</a>
 */
@CloudFormationType("AWS::AutoScaling::AutoScalingGroup")
public record AutoScalingGroup(
        Identity identity,
        int minSize,
        int maxSize,
        int desiredCapacity,
        List<String> healthCheckTypes,
        int healthCheckGraceSeconds,
        List<String> loadBalancers,
        List<String> availabilityZones,
        List<Arn> subnets,
        Optional<String> launchTemplate,
        Optional<MixedInstancesPolicy> mixedInstancesPolicy,
        Optional<String> launchConfiguration,
        List<Arn> instances,
        List<String> suspendedProcesses,
        boolean capacityRebalance)
        implements Resource {
    /** Holds of the tags of an instance that a group started, and replaces. */
    public static final Predicate<Map<String, String>> MEMBER = tags -> tags.containsKey("aws:autoscaling:groupName");

    /** In percent; what AWS documents where nothing is said. */
    private static final int ALL = 100;

    /**
     * Which instance types a group starts.
     *
     * @param instanceTypes those that it names; empty where its launch template says it
     * @param attributeBased whether it names attributes, and AWS finds the types that have them
     * @param onDemandPercentage of what it starts beyond its base; the rest is Spot
     */
    public record MixedInstancesPolicy(List<String> instanceTypes, boolean attributeBased, int onDemandPercentage) {
        public MixedInstancesPolicy {
            instanceTypes = List.copyOf(instanceTypes);
        }

        /** {@return whether it does not say which types those are} */
        public boolean leavesInstanceTypesOpen() {
            return attributeBased || instanceTypes.isEmpty();
        }
    }

    public AutoScalingGroup {
        healthCheckTypes = List.copyOf(healthCheckTypes);
        loadBalancers = List.copyOf(loadBalancers);
        availabilityZones = List.copyOf(availabilityZones);
        subnets = List.copyOf(subnets);
        instances = List.copyOf(instances);
        suspendedProcesses = List.copyOf(suspendedProcesses);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                instances.stream().map(instance -> new Edge(arn(), Relation.CONTAINS, instance)));
    }

    /** {@return whether all its instances are of one type, for want of another} */
    public boolean hasOneInstanceType() {
        return mixedInstancesPolicy
                .map(policy -> !policy.leavesInstanceTypesOpen()
                        && policy.instanceTypes().size() == 1)
                .orElse(true);
    }

    /** {@return whether it says itself which types of instances it starts} */
    public boolean namesInstanceTypes() {
        return mixedInstancesPolicy
                .filter(policy -> !policy.leavesInstanceTypesOpen())
                .isPresent();
    }

    /** {@return the types that it names and that AWS has superseded} */
    public List<String> supersededTypes() {
        return mixedInstancesPolicy.map(MixedInstancesPolicy::instanceTypes).orElse(List.of()).stream()
                .filter(type -> new InstanceType(type).isPreviousGeneration())
                .toList();
    }

    /** {@return whether attributes, or its launch template, decide which instance types it starts} */
    public boolean leavesInstanceTypesOpen() {
        return mixedInstancesPolicy
                .filter(MixedInstancesPolicy::leavesInstanceTypesOpen)
                .isPresent();
    }

    /** {@return whether one of some processes is suspended} */
    public boolean suspendsSome(List<String> processes) {
        return suspendedProcesses.stream().anyMatch(processes::contains);
    }

    /** {@return whether its policy has it start Spot instances} */
    public boolean isOnSpot() {
        return mixedInstancesPolicy
                .filter(policy -> policy.onDemandPercentage() < ALL)
                .isPresent();
    }
}
