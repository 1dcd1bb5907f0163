package io.awsaudit.collectors.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.autoscaling.AutoScalingGroup;
import io.awsaudit.inventory.autoscaling.AutoScalingGroup.MixedInstancesPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of Auto Scaling groups, with AWS's documented responses. */
class AutoScalingGroupCollectorTest {
    private static final String LIST = "Action=DescribeAutoScalingGroups";

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .xml(LIST, answer("<NextToken>more</NextToken>", group("one", "")))
                .xml("NextToken=more", answer("", group("two", "")))) {
            assertThat(aws.collect(AutoScalingGroup.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void aGroupThatIsBeingDeletedIsNone() {
        try (CannedAws aws =
                new CannedAws().xml(LIST, answer("", group("one", "<Status>Delete in progress</Status>")))) {
            assertThat(aws.collect(AutoScalingGroup.class).resources()).isEmpty();
        }
    }

    @Test
    void healthChecksComeAsOneText() {
        assertThat(only("<HealthCheckType>EBS,ELB</HealthCheckType>").healthCheckTypes())
                .containsExactly("EBS", "ELB");
    }

    @Test
    void loadBalancersAreThoseOfElasticLoadBalancing() {
        AutoScalingGroup group = only("""
                <LoadBalancerNames><member>classic</member></LoadBalancerNames>
                <TrafficSources>
                <member><Identifier>classic</Identifier><Type>elb</Type></member>
                <member><Identifier>arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/a/1</Identifier><Type>elbv2</Type></member>
                <member><Identifier>arn:aws:vpc-lattice:us-east-1:111122223333:targetgroup/tg-1</Identifier><Type>vpc-lattice</Type></member>
                </TrafficSources>""");
        assertThat(group.loadBalancers())
                .containsExactly("classic", "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/a/1");
    }

    @Test
    void theLaunchTemplateOfAMixedInstancesPolicyCounts() {
        AutoScalingGroup group = only("""
                <MixedInstancesPolicy><LaunchTemplate><LaunchTemplateSpecification><LaunchTemplateId>lt-1</LaunchTemplateId>
                </LaunchTemplateSpecification></LaunchTemplate></MixedInstancesPolicy>""");
        assertThat(group.launchTemplate()).contains("lt-1");
        assertThat(only("<LaunchConfigurationName>old</LaunchConfigurationName>")
                        .launchTemplate())
                .isEmpty();
    }

    @Test
    void instanceTypesAreThoseThatAMixedInstancesPolicyNames() {
        assertThat(only(mixed("<member><InstanceType>m7g.large</InstanceType></member>"
                                + "<member><InstanceType>m6g.large</InstanceType></member>"
                                + "<member><InstanceType>m7g.large</InstanceType></member>"))
                        .mixedInstancesPolicy())
                .contains(new MixedInstancesPolicy(List.of("m6g.large", "m7g.large"), false, 100));
        assertThat(only(mixed("<member><InstanceRequirements><VCpuCount><Min>2</Min></VCpuCount></InstanceRequirements>"
                                + "</member>"))
                        .mixedInstancesPolicy())
                .contains(new MixedInstancesPolicy(List.of(), true, 100));
        assertThat(only(mixed("")).leavesInstanceTypesOpen()).isTrue();
        assertThat(only("").mixedInstancesPolicy()).isEmpty();
    }

    @Test
    void spotIsWhatIsLeftByTheShareOnDemand() {
        AutoScalingGroup group = only("""
                <CapacityRebalance>true</CapacityRebalance><MixedInstancesPolicy><InstancesDistribution>
                <OnDemandPercentageAboveBaseCapacity>0</OnDemandPercentageAboveBaseCapacity>
                </InstancesDistribution></MixedInstancesPolicy>""");
        assertThat(group.isOnSpot()).isTrue();
        assertThat(group.capacityRebalance()).isTrue();
        assertThat(only(mixed("")).isOnSpot()).isFalse();
        assertThat(only("").isOnSpot()).isFalse();
        assertThat(only("").capacityRebalance()).isFalse();
    }

    private static String mixed(String overrides) {
        return "<MixedInstancesPolicy><LaunchTemplate><Overrides>" + overrides
                + "</Overrides></LaunchTemplate></MixedInstancesPolicy>";
    }

    @Test
    void subnetsComeAsOneText() {
        List<String> subnets = only("<VPCZoneIdentifier>subnet-1, subnet-2</VPCZoneIdentifier>").subnets().stream()
                .map(subnet -> subnet.value())
                .toList();
        assertThat(subnets)
                .containsExactly(
                        "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1",
                        "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-2");
        assertThat(only("<VPCZoneIdentifier></VPCZoneIdentifier>").subnets()).isEmpty();
    }

    private static AutoScalingGroup only(String parts) {
        try (CannedAws aws = new CannedAws().xml(LIST, answer("", group("one", parts)))) {
            return (AutoScalingGroup)
                    aws.collect(AutoScalingGroup.class).resources().get(0);
        }
    }

    private static String group(String name, String parts) {
        return "<member><AutoScalingGroupName>" + name + "</AutoScalingGroupName><AutoScalingGroupARN>"
                + "arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:1:autoScalingGroupName/" + name
                + "</AutoScalingGroupARN><MinSize>0</MinSize><MaxSize>2</MaxSize><DesiredCapacity>1</DesiredCapacity>"
                + parts + "</member>";
    }

    private static String answer(String token, String groups) {
        return "<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult><AutoScalingGroups>" + groups
                + "</AutoScalingGroups>" + token
                + "</DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>";
    }
}
