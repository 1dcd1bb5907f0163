package io.awsaudit.collectors.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.xray.EncryptionConfig;
import io.awsaudit.inventory.xray.Group;
import io.awsaudit.inventory.xray.ResourcePolicy;
import io.awsaudit.inventory.xray.SamplingRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** X-Ray's settings, which moto has not, with AWS's documented responses. */
class XRayCollectorsTest {
    private static final String GROUPS = "/Groups";
    private static final String RULES = "/GetSamplingRules";
    private static final String ENCRYPTION = "/EncryptionConfig";
    private static final String TAGS = "/ListTagsForResource";

    @Test
    void groupsComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(TAGS, "{\"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}], \"NextToken\": \"tags\"}")
                .json("\"NextToken\":\"tags\"", "{\"Tags\": [{\"Key\": \"b\", \"Value\": \"2\"}]}")
                .json(GROUPS, "{\"Groups\": [" + group("Default", "") + "], \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"Groups\": [" + group("orders", ", \"InsightsConfiguration\": {\"InsightsEnabled\": true}")
                                + "]}")) {
            List<Resource> groups = aws.collect(Group.class).resources();
            assertThat(groups)
                    .allMatch(group -> group.tags().knownToBe(Map.of("a", "1", "b", "2")))
                    .extracting(Resource::name, Resource::isServiceOwned, group -> ((Group) group).insightsEnabled())
                    .containsExactlyInAnyOrder(tuple("Default", true, false), tuple("orders", false, true));
        }
    }

    @Test
    void samplingRulesComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(TAGS, "{\"Tags\": []}")
                .json(RULES, "{\"SamplingRuleRecords\": [" + rule("Default") + "], \"NextToken\": \"more\"}")
                .json("\"NextToken\":\"more\"", "{\"SamplingRuleRecords\": [" + rule("orders") + "]}")) {
            assertThat(aws.collect(SamplingRule.class).resources())
                    .extracting(Resource::name, Resource::isServiceOwned)
                    .containsExactlyInAnyOrder(tuple("Default", true), tuple("orders", false));
        }
    }

    @Test
    void whereXRayIsNotUsedNobodyAsksHowItEncrypts() {
        try (CannedAws aws = new CannedAws()
                .json(GROUPS, "{\"Groups\": [" + group("Default", "") + "]}")
                .json(RULES, "{\"SamplingRuleRecords\": [" + rule("Default") + "]}")) {
            assertThat(aws.collect(EncryptionConfig.class).resources()).isEmpty();
            assertThat(aws.requests()).noneMatch(request -> request.contains(ENCRYPTION));
        }
    }

    @Test
    void whereXRayIsUsedItIsReadHowItEncrypts() {
        for (String type : List.of("NONE", "KMS")) {
            try (CannedAws aws = new CannedAws()
                    .json(GROUPS, "{\"Groups\": [" + group("Default", "") + "]}")
                    .json(RULES, "{\"SamplingRuleRecords\": [" + rule("orders") + "]}")
                    .json(ENCRYPTION, "{\"EncryptionConfig\": {\"Status\": \"ACTIVE\", \"Type\": \"" + type + "\"}}")) {
                EncryptionConfig config = (EncryptionConfig)
                        aws.collect(EncryptionConfig.class).resources().get(0);
                assertThat(config.encryptionType().knownToBe(new EncryptionConfig.Type(type)))
                        .isTrue();
            }
        }
    }

    @Test
    void policiesComePageByPageAndOneThatCannotBeReadHidesNoOther() {
        try (CannedAws aws = new CannedAws().json("/ListResourcePolicies", """
            {"ResourcePolicies": [{"PolicyName": "open", "PolicyDocument": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":\
            {\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"xray:*\\",\\"Resource\\":\\"*\\"}}"}],
            "NextToken": "more"}\
            """).json("\"NextToken\":\"more\"", """
                            {"ResourcePolicies": [{"PolicyName": "odd", "PolicyDocument": "{"}]}\
                            """)) {
            List<Resource> policies = aws.collect(ResourcePolicy.class).resources();
            assertThat(policies).extracting(Resource::name).containsExactly("odd", "open");
            assertThat(((ResourcePolicy) policies.get(0)).policy().isKnown()).isFalse();
            assertThat(((ResourcePolicy) policies.get(1)).policy().knownTo(Policy.OPEN))
                    .isTrue();
        }
    }

    private static String group(String name, String members) {
        return """
            {"GroupName": "%s", "GroupARN": "arn:aws:xray:us-east-1:111122223333:group/%s/1"%s}\
            """.formatted(name, name, members);
    }

    private static String rule(String name) {
        return """
            {"SamplingRule": {"RuleName": "%s", "RuleARN": "arn:aws:xray:us-east-1:111122223333:sampling-rule/%s",
            "ResourceARN": "*", "Priority": 1, "FixedRate": 0.05, "ReservoirSize": 1, "ServiceName": "*", "ServiceType": "*",
            "Host": "*", "HTTPMethod": "*", "URLPath": "*", "Version": 1}}\
            """.formatted(name, name);
    }
}
