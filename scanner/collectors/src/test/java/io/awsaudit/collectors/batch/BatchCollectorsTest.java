package io.awsaudit.collectors.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.batch.ComputeEnvironment;
import io.awsaudit.inventory.batch.JobDefinition;
import io.awsaudit.inventory.batch.JobQueue;
import io.awsaudit.inventory.batch.SchedulingPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of Batch, with AWS's documented responses. */
class BatchCollectorsTest {
    private static final String ENVIRONMENTS = "/v1/describecomputeenvironments";
    private static final String QUEUES = "/v1/describejobqueues";
    private static final String DEFINITIONS = "/v1/describejobdefinitions";

    @Test
    void environmentsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(
                        ENVIRONMENTS,
                        "{\"computeEnvironments\": [" + environment("one", "VALID", "") + "], \"nextToken\": \"more\"}")
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"computeEnvironments\": [" + environment("two", "INVALID", "") + ","
                                + environment("old", "DELETING", "") + "," + environment("gone", "DELETED", "")
                                + "]}")) {
            assertThat(aws.collect(ComputeEnvironment.class).resources())
                    .allMatch(environment -> environment.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whatBatchStartsIsRead() {
        ComputeEnvironment environment = only("""
            , "type": "MANAGED", "computeResources": {"type": "SPOT", "allocationStrategy": "SPOT_CAPACITY_OPTIMIZED", "minvCpus": 2,
            "maxvCpus": 8, "instanceTypes": ["m7g"], "tags": {"Stage": "test"}, "subnets": ["subnet-1", "subnet-1"],
            "securityGroupIds": ["sg-1"]}\
            """);
        assertThat(environment.keepsInstances()).isTrue();
        assertThat(environment.minVCpus()).isEqualTo(2);
        assertThat(environment.waitsForBestFit()).isFalse();
        assertThat(environment.tagKeys()).containsExactly("Stage");
        assertThat(environment.startsUntagged(List.of())).isFalse();
        assertThat(environment.startsUntagged(List.of("Owner"))).isTrue();
        assertThat(environment.distinctSubnets()).hasSize(1);
    }

    @Test
    void aStrategyThatIsLeftOutIsBestFit() {
        ComputeEnvironment environment = only("""
            , "type": "MANAGED", "computeResources": {"type": "EC2", "maxvCpus": 8, "subnets": []}\
            """);
        assertThat(environment.waitsForBestFit()).isTrue();
        assertThat(environment.keepsInstances()).isFalse();
        assertThat(environment.startsUntagged(List.of())).isTrue();
    }

    @Test
    void anUnmanagedEnvironmentStartsNothing() {
        ComputeEnvironment environment = only(", \"type\": \"UNMANAGED\"");
        assertThat(environment.isManaged()).isFalse();
        assertThat(environment.waitsForBestFit()).isFalse();
        assertThat(environment.startsUntagged(List.of())).isFalse();
    }

    @Test
    void queuesComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(QUEUES, "{\"jobQueues\": [" + queue("one", "VALID") + "], \"nextToken\": \"more\"}")
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"jobQueues\": [" + queue("two", "INVALID") + "," + queue("old", "DELETING") + "]}")) {
            List<Resource> queues = aws.collect(JobQueue.class).resources();
            assertThat(queues).extracting(Resource::name).containsExactly("one", "two");
            assertThat(((JobQueue) queues.get(0)).computeEnvironments())
                    .extracting(arn -> arn.lastSegment())
                    .containsExactly("first", "second");
        }
    }

    @Test
    void ofEachDefinitionTheLatestRevisionIsRead() {
        try (CannedAws aws = new CannedAws()
                .json(
                        DEFINITIONS,
                        "{\"jobDefinitions\": [" + definition("a", 2, "") + "," + definition("b", 1, "")
                                + "], \"nextToken\": \"more\"}")
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"jobDefinitions\": [" + definition("a", 10, "") + "," + definition("a", 1, "") + "]}")) {
            assertThat(aws.collect(JobDefinition.class).resources())
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("a:10", "b:1");
            assertThat(aws.requests()).anyMatch(request -> request.contains("\"status\":\"ACTIVE\""));
        }
    }

    @Test
    void containersOfEveryKindOfJobAreReadWithoutTheirVariables() {
        String environment = "[{\"name\": \"DB_PASSWORD\", \"value\": \"Xk29fmw0plQ\"}]";
        for (String members : List.of(
                "\"containerProperties\": {\"privileged\": true, \"environment\": " + environment + "}",
                "\"ecsProperties\": {\"taskProperties\": [{\"containers\": [{\"name\": \"c\", \"privileged\": true,"
                        + " \"environment\": "
                        + environment + "}]}]}",
                "\"eksProperties\": {\"podProperties\": {\"initContainers\": [{\"name\": \"c\", \"securityContext\":"
                        + " {\"privileged\": true}, \"env\": "
                        + environment + "}]}}",
                "\"nodeProperties\": {\"nodeRangeProperties\": [{\"targetNodes\": \"0:\", \"container\":"
                        + " {\"privileged\": true, \"environment\": "
                        + environment + "}}]}")) {
            JobDefinition definition = definitionWith(", " + members);
            assertThat(definition.containersThat(JobDefinition.PRIVILEGED))
                    .as(members)
                    .hasSize(1);
            assertThat(definition.plainCredentials()).hasSize(1);
            assertThat(definition.toString()).doesNotContain("Xk29fmw0plQ");
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        JobDefinition definition = definitionWith(", \"containerProperties\": {\"image\": \"busybox\"}");
        assertThat(definition.isTriedOnce()).isTrue();
        assertThat(definition.timeoutSeconds()).isEmpty();
        assertThat(definition.containersThat(JobDefinition.PRIVILEGED)).isEmpty();
        assertThat(definition.plainCredentials()).isEmpty();
    }

    @Test
    void triesAndTimesAreRead() {
        JobDefinition definition =
                definitionWith(", \"retryStrategy\": {\"attempts\": 3}, \"timeout\": {\"attemptDurationSeconds\": 60}");
        assertThat(definition.isTriedOnce()).isFalse();
        assertThat(definition.timeoutSeconds()).contains(60);
    }

    @Test
    void schedulingPoliciesComePageByPageAndAreDescribedTogether() {
        String one = "arn:aws:batch:us-east-1:111122223333:scheduling-policy/one";
        String two = "arn:aws:batch:us-east-1:111122223333:scheduling-policy/two";
        try (CannedAws aws = new CannedAws()
                .json(
                        "/v1/listschedulingpolicies",
                        "{\"schedulingPolicies\": [{\"arn\": \"" + one + "\"}], \"nextToken\": \"more\"}")
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"schedulingPolicies\": [{\"arn\": \"" + two + "\"}, {\"arn\": \"" + one + "-gone\"}]}")
                .json(
                        "/v1/describeschedulingpolicies",
                        "{\"schedulingPolicies\": [{\"arn\": \"" + one
                                + "\", \"name\": \"one\", \"tags\": {\"Owner\": \"me\"}}, {\"arn\": \"" + two
                                + "\", \"name\": \"two\"}]}")) {
            List<Resource> policies = aws.collect(SchedulingPolicy.class).resources();
            assertThat(policies).extracting(Resource::name).containsExactly("one", "two");
            assertThat(policies.get(0).tags().knownToBe(Map.of("Owner", "me"))).isTrue();
            assertThat(aws.requests().stream().filter(request -> request.contains("describeschedulingpolicies")))
                    .hasSize(1);
        }
    }

    private static ComputeEnvironment only(String members) {
        try (CannedAws aws = new CannedAws()
                .json(ENVIRONMENTS, "{\"computeEnvironments\": [" + environment("one", "VALID", members) + "]}")) {
            return (ComputeEnvironment)
                    aws.collect(ComputeEnvironment.class).resources().get(0);
        }
    }

    private static JobDefinition definitionWith(String members) {
        try (CannedAws aws =
                new CannedAws().json(DEFINITIONS, "{\"jobDefinitions\": [" + definition("a", 1, members) + "]}")) {
            return (JobDefinition) aws.collect(JobDefinition.class).resources().get(0);
        }
    }

    private static String environment(String name, String status, String members) {
        return """
            {"computeEnvironmentName": "%s", "computeEnvironmentArn":
            "arn:aws:batch:us-east-1:111122223333:compute-environment/%s", "status": "%s", "state": "ENABLED",
            "tags": {"Owner": "me"}%s}\
            """.formatted(name, name, status, members);
    }

    private static String queue(String name, String status) {
        return """
            {"jobQueueName": "%s", "jobQueueArn": "arn:aws:batch:us-east-1:111122223333:job-queue/%s", "status": "%s",
            "state": "ENABLED", "computeEnvironmentOrder": [
            {"order": 2, "computeEnvironment": "arn:aws:batch:us-east-1:111122223333:compute-environment/second"},
            {"order": 1, "computeEnvironment": "arn:aws:batch:us-east-1:111122223333:compute-environment/first"}]}\
            """.formatted(name, name, status);
    }

    private static String definition(String name, int revision, String members) {
        return """
            {"jobDefinitionName": "%s", "jobDefinitionArn": "arn:aws:batch:us-east-1:111122223333:job-definition/%s:%d",
            "revision": %d, "status": "ACTIVE", "type": "container"%s}\
            """.formatted(name, name, revision, revision, members);
    }
}
