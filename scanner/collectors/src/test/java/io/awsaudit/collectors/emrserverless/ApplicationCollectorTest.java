package io.awsaudit.collectors.emrserverless;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.emrserverless.Application;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of EMR Serverless: it keeps neither architecture nor monitoring. */
class ApplicationCollectorTest {
    @Test
    void applicationsComePageByPageAndThoseThatAreTerminatedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(
                        "GET /applications?",
                        "{\"applications\": [" + summary("one", "CREATED", "ARM64") + "], \"nextToken\": \"more\"}")
                .json(
                        "nextToken=more",
                        "{\"applications\": [" + summary("two", "STOPPED", "X86_64") + ","
                                + summary("old", "TERMINATED", "X86_64") + "]}")
                .json("GET /applications/one", """
                    {"application": {"applicationId": "one", "networkConfiguration": {"subnetIds": ["subnet-0a"],
                    "securityGroupIds": ["sg-0a"]}, "autoStopConfiguration": {"enabled": false},
                    "maximumCapacity": {"cpu": "10 vCPU", "memory": "40 GB"}, "tags": {"Owner": "me"},
                    "monitoringConfiguration": {"managedPersistenceMonitoringConfiguration": {"enabled": false}}}}\
                    """)
                .json(
                        "GET /applications/two",
                        "{\"application\": {\"applicationId\": \"two\", \"monitoringConfiguration\":"
                                + " {\"managedPersistenceMonitoringConfiguration\": {\"enabled\": false},"
                                + " \"cloudWatchLoggingConfiguration\": {\"enabled\": true}}}}")) {
            List<Application> applications = applications(aws);
            assertThat(applications).extracting(Resource::name).containsExactly("one", "two");
            assertThat(applications).extracting(Application::isOnGraviton).containsExactly(true, false);
            Application one = applications.get(0);
            assertThat(one.tags().knownToBe(Map.of("Owner", "me"))).isTrue();
            assertThat(one.settings().knownNotTo(Application.OUTSIDE_VPC)).isTrue();
            assertThat(one.settings().knownTo(Application.NEVER_STOPS)).isTrue();
            assertThat(one.settings().knownNotTo(Application.UNLIMITED)).isTrue();
            assertThat(one.settings().knownTo(Application.WITHOUT_LOGS)).isTrue();
            assertThat(one.edges()).hasSize(2);
            assertThat(applications.get(1).settings().knownNotTo(Application.WITHOUT_LOGS))
                    .isTrue();
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        try (CannedAws aws = new CannedAws()
                .json("GET /applications?", "{\"applications\": [" + summary("one", "CREATED", "X86_64") + "]}")
                .json("GET /applications/one", "{\"application\": {\"applicationId\": \"one\"}}")) {
            Application one = applications(aws).get(0);
            assertThat(one.settings().knownTo(Application.OUTSIDE_VPC)).isTrue();
            assertThat(one.settings().knownNotTo(Application.NEVER_STOPS)).isTrue();
            assertThat(one.settings().knownTo(Application.UNLIMITED)).isTrue();
            assertThat(one.settings().knownNotTo(Application.WITHOUT_LOGS)).isTrue();
        }
    }

    private static List<Application> applications(CannedAws aws) {
        return aws.collect(Application.class).resources().stream()
                .map(Application.class::cast)
                .toList();
    }

    private static String summary(String id, String state, String architecture) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + id
                + "\", \"arn\": \"arn:aws:emr-serverless:us-east-1:111122223333:/applications/" + id
                + "\", \"releaseLabel\": \"emr-7.5.0\", \"state\": \"" + state + "\", \"architecture\": \""
                + architecture + "\"}";
    }
}
