package io.awsaudit.collectors.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.eventbridge.Endpoint;
import io.awsaudit.inventory.eventbridge.EventBus;
import io.awsaudit.inventory.eventbridge.Rule;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of EventBridge, with AWS's documented responses. moto has no endpoints. */
class EventBridgeCollectorsTest {
    private static final String BUSES = "AWSEvents.ListEventBuses";
    private static final String RULES = "AWSEvents.ListRules";
    private static final String TARGETS = "AWSEvents.ListTargetsByRule";
    private static final String ENDPOINTS = "AWSEvents.ListEndpoints";
    private static final String TAGS = "AWSEvents.ListTagsForResource";

    @Test
    void busesComePageByPageWithTheirPolicies() {
        try (CannedAws aws = buses("\"NextToken\": \"more\", ").json("\"NextToken\":\"more\"", """
            {"EventBuses": [{"Name": "open", "Arn": "arn:aws:events:us-east-1:111122223333:event-bus/open",
            "Policy": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":{\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\
            \\"Principal\\":\\"*\\",\\"Action\\":\\"events:PutEvents\\",\\"Resource\\":\\"*\\"}}"},
            {"Name": "odd", "Arn": "arn:aws:events:us-east-1:111122223333:event-bus/odd", "Policy": "{"}]}\
            """)) {
            List<Resource> buses = aws.collect(EventBus.class).resources();
            assertThat(buses)
                    .allMatch(bus -> bus.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("default", "odd", "open");
            assertThat(bus(buses, "default").policy().knownToBe(Policy.NONE)).isTrue();
            assertThat(bus(buses, "default").isServiceOwned()).isTrue();
            assertThat(bus(buses, "open").policy().knownTo(Policy.OPEN)).isTrue();
            assertThat(bus(buses, "odd").policy().isKnown()).isFalse();
        }
    }

    @Test
    void rulesAndTargetsComePageByPageFromEveryBus() {
        try (CannedAws aws = buses("")
                .json(RULES, "{\"Rules\": [" + rule("one", "") + "], \"NextToken\": \"rules\"}")
                .json("\"NextToken\":\"rules\"", "{\"Rules\": [" + rule("two", ", \"State\": \"DISABLED\"") + "]}")
                .json(TARGETS, """
                    {"Targets": [{"Id": "a", "Arn": "arn:aws:lambda:us-east-1:111122223333:function:a",
                    "Input": "{\\"password\\": \\"hunter2\\"}"}], "NextToken": "targets"}\
                    """)
                .json("\"NextToken\":\"targets\"", """
                    {"Targets": [{"Id": "b", "Arn": "arn:aws:lambda:us-east-1:111122223333:function:b",
                    "DeadLetterConfig": {"Arn": "arn:aws:sqs:us-east-1:111122223333:dead"}}]}\
                    """)) {
            List<Resource> rules = aws.collect(Rule.class).resources();
            assertThat(rules).extracting(Resource::name).containsExactly("one", "two");
            assertThat(rules).extracting(rule -> ((Rule) rule).enabled()).containsExactly(true, false);
            Rule rule = (Rule) rules.get(0);
            assertThat(rule.losing()).containsExactly("a");
            assertThat(rule.eventBus()).isEqualTo(new Arn("arn:aws:events:us-east-1:111122223333:event-bus/default"));
            assertThat(rule.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void aRuleOfAServiceIsAwss() {
        try (CannedAws aws = buses("")
                .json(
                        RULES,
                        "{\"Rules\": ["
                                + rule("one", ", \"ManagedBy\": \"autoscaling.amazonaws.com\", \"State\": \"ENABLED\"")
                                + "]}")
                .json(TARGETS, "{\"Targets\": []}")) {
            assertThat(aws.collect(Rule.class).resources())
                    .allMatch(Resource::isServiceOwned)
                    .hasSize(1);
        }
    }

    @Test
    void aBusDeletedSinceItWasListedHasNoRules() {
        try (CannedAws aws = buses("")
                .answer(
                        RULES,
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\": \"ResourceNotFoundException\", \"message\": \"Event bus default does not"
                                + " exist.\"}")) {
            var inventory = aws.collect(Rule.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .allMatch(listing -> listing.gap().isEmpty());
        }
    }

    @Test
    void endpointsComePageByPageEachInItsRegion() {
        try (CannedAws aws = new CannedAws()
                .json(
                        ENDPOINTS,
                        "{\"Endpoints\": ["
                                + endpoint(
                                        "one",
                                        "us-east-1",
                                        "ACTIVE",
                                        ", \"ReplicationConfig\": {\"State\": \"DISABLED\"}")
                                + "], \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"Endpoints\": [" + endpoint("two", "us-east-1", "ACTIVE", "") + ","
                                + endpoint("elsewhere", "us-west-2", "ACTIVE", "") + ","
                                + endpoint("old", "us-east-1", "DELETING", "") + "]}")) {
            List<Resource> endpoints = aws.collect(Endpoint.class).resources();
            assertThat(endpoints).extracting(Resource::name).containsExactly("one", "two");
            assertThat(endpoints)
                    .extracting(endpoint -> ((Endpoint) endpoint).isUnreplicated())
                    .containsExactly(true, false);
        }
    }

    private static EventBus bus(List<Resource> buses, String name) {
        return (EventBus) buses.stream()
                .filter(bus -> bus.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CannedAws buses(String more) {
        return new CannedAws()
                .json(TAGS, "{\"Tags\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}")
                .json(BUSES, "{" + more + """
                    "EventBuses": [{"Name": "default", "Arn": "arn:aws:events:us-east-1:111122223333:event-bus/default"}]}\
                    """);
    }

    private static String rule(String name, String members) {
        return """
            {"Name": "%s", "Arn": "arn:aws:events:us-east-1:111122223333:rule/%s", "EventBusName": "default"%s}\
            """.formatted(name, name, members);
    }

    private static String endpoint(String name, String region, String state, String members) {
        return """
            {"Name": "%s", "Arn": "arn:aws:events:%s:111122223333:endpoint/%s", "State": "%s", "EventBuses":
            [{"EventBusArn": "arn:aws:events:us-east-1:111122223333:event-bus/orders"}]%s}\
            """.formatted(name, region, name, state, members);
    }
}
