package io.awsaudit.collectors.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.connect.Instance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of Amazon Connect: it knows no attributes of instances. */
class InstanceCollectorTest {
    @Test
    void instancesComePageByPageAndThoseThatWereNeverMadeAreNone() {
        try (CannedAws aws = new CannedAws()
                .json("GET /tags/", "{\"tags\": {\"Owner\": \"me\"}}")
                .json(
                        "GET /instance?",
                        "{\"InstanceSummaryList\": [" + summary("one", "ACTIVE") + "], \"NextToken\": \"more\"}")
                .json(
                        "nextToken=more",
                        "{\"InstanceSummaryList\": [" + summary("two", "ACTIVE") + ","
                                + summary("bad", "CREATION_FAILED") + "]}")
                .json(
                        "/instance/one/attribute/CONTACTFLOW_LOGS",
                        "{\"Attribute\": {\"AttributeType\": \"CONTACTFLOW_LOGS\", \"Value\": \"true\"}}")
                .json(
                        "/instance/two/attribute/CONTACTFLOW_LOGS",
                        "{\"Attribute\": {\"AttributeType\": \"CONTACTFLOW_LOGS\", \"Value\": \"false\"}}")) {
            List<Instance> instances = instances(aws);
            assertThat(instances).extracting(Resource::name).containsExactly("one", "two");
            assertThat(instances.get(0).flowLogs().knownToBe(true)).isTrue();
            assertThat(instances.get(1).flowLogs().knownToBe(false)).isTrue();
            assertThat(instances).allMatch(instance -> instance.tags().knownToBe(Map.of("Owner", "me")));
        }
    }

    @Test
    void anAttributeWithoutValueIsUnknown() {
        try (CannedAws aws = new CannedAws()
                .json("GET /tags/", "{\"tags\": {}}")
                .json("GET /instance?", "{\"InstanceSummaryList\": [" + summary("one", "ACTIVE") + "]}")
                .json("/attribute/", "{\"Attribute\": {\"AttributeType\": \"CONTACTFLOW_LOGS\"}}")) {
            assertThat(instances(aws).get(0).flowLogs().isKnown()).isFalse();
        }
    }

    private static List<Instance> instances(CannedAws aws) {
        return aws.collect(Instance.class).resources().stream()
                .map(Instance.class::cast)
                .toList();
    }

    private static String summary(String id, String status) {
        return "{\"Id\": \"" + id + "\", \"Arn\": \"arn:aws:connect:us-east-1:111122223333:instance/" + id
                + "\", \"InstanceAlias\": \"" + id + "\", \"InstanceStatus\": \"" + status + "\"}";
    }
}
