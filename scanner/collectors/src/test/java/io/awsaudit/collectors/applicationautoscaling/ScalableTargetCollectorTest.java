package io.awsaudit.collectors.applicationautoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.applicationautoscaling.ScalableTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of scalable targets, with AWS's documented responses. */
class ScalableTargetCollectorTest {
    private static final Arn TABLE = new Arn("arn:aws:dynamodb:us-east-1:111122223333:table/orders");
    private static final String READS = "dynamodb:table:ReadCapacityUnits";
    private static final String WRITES = "dynamodb:table:WriteCapacityUnits";
    private static final String TARGETS = "AnyScaleFrontendService.DescribeScalableTargets";
    private static final String POLICIES = "AnyScaleFrontendService.DescribeScalingPolicies";

    @Test
    void targetsAndPoliciesComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(TARGETS, "{\"ScalableTargets\": [" + target(READS, "") + "], \"NextToken\": \"targets\"}")
                .json("\"NextToken\":\"targets\"", "{\"ScalableTargets\": [" + target(WRITES, "") + "]}")
                .json(POLICIES, "{\"ScalingPolicies\": [" + policy(READS) + "], \"NextToken\": \"policies\"}")
                .json("\"NextToken\":\"policies\"", "{\"ScalingPolicies\": [" + policy(WRITES) + "]}")) {
            List<Resource> targets = aws.collect(ScalableTarget.class).resources();
            assertThat(targets).hasSize(2);
            assertThat(targets).anyMatch(target -> ((ScalableTarget) target).scales(TABLE, READS));
            assertThat(targets).anyMatch(target -> ((ScalableTarget) target).scales(TABLE, WRITES));
        }
    }

    @Test
    void withoutTargetsNobodyAsksForPolicies() {
        try (CannedAws aws = new CannedAws().json(TARGETS, "{\"ScalableTargets\": []}")) {
            assertThat(aws.collect(ScalableTarget.class).resources()).isEmpty();
            assertThat(aws.requests()).noneMatch(request -> request.contains(POLICIES));
        }
    }

    @Test
    void aTargetWithoutPolicyOrSuspendedScalesNothing() {
        try (CannedAws aws = new CannedAws()
                .json(
                        TARGETS,
                        "{\"ScalableTargets\": [" + target(READS, "") + ", "
                                + target(WRITES, ", \"SuspendedState\": {\"DynamicScalingOutSuspended\": true}") + "]}")
                .json(POLICIES, "{\"ScalingPolicies\": [" + policy(WRITES) + "]}")) {
            assertThat(aws.collect(ScalableTarget.class).resources())
                    .hasSize(2)
                    .noneMatch(target -> ((ScalableTarget) target).scales(TABLE, READS)
                            || ((ScalableTarget) target).scales(TABLE, WRITES));
        }
    }

    @Test
    void aTargetScalesItsOwnTableInItsOwnRegionOnly() {
        try (CannedAws aws = new CannedAws()
                .json(
                        TARGETS,
                        "{\"ScalableTargets\": [" + target(READS, ", \"ScalableTargetARN\": \"arn:aws:x:::y\"") + "]}")
                .json(POLICIES, "{\"ScalingPolicies\": [" + policy(READS) + "]}")) {
            ScalableTarget target = (ScalableTarget)
                    aws.collect(ScalableTarget.class).resources().get(0);
            assertThat(target.scales(TABLE, READS)).isTrue();
            assertThat(target.scales(TABLE, WRITES)).isFalse();
            assertThat(target.scales(new Arn("arn:aws:dynamodb:us-east-1:111122223333:table/other"), READS))
                    .isFalse();
            assertThat(target.scales(new Arn("arn:aws:dynamodb:eu-west-1:111122223333:table/orders"), READS))
                    .isFalse();
        }
    }

    private static String target(String dimension, String members) {
        return """
                {"ServiceNamespace": "dynamodb", "ResourceId": "table/orders", "ScalableDimension": "%s", "MinCapacity": 5,
                "MaxCapacity": 50%s}""".formatted(dimension, members);
    }

    private static String policy(String dimension) {
        return """
                {"PolicyName": "follow", "ServiceNamespace": "dynamodb", "ResourceId": "table/orders",
                "ScalableDimension": "%s", "PolicyType": "TargetTrackingScaling"}""".formatted(dimension);
    }
}
