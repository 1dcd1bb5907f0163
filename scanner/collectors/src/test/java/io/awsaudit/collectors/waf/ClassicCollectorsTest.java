package io.awsaudit.collectors.waf;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** AWS WAF Classic, which no emulator has: all that is known of it comes from AWS's documented responses. */
class ClassicCollectorsTest {
    private static final String GLOBAL = "AWSWAF_20150824.";
    private static final String REGIONAL = "AWSWAF_Regional_20161128.";

    @Test
    void globalWebAclsAreReadToTheLastPageWithTheirRulesAndLogs() {
        try (CannedAws aws = tagged(GLOBAL)
                .json(
                        GLOBAL + "ListWebACLs ",
                        "{\"NextMarker\":\"a1\",\"WebACLs\":[{\"WebACLId\":\"a1\",\"Name\":\"one\"}]}")
                .json("\"NextMarker\":\"a1\"", "{\"WebACLs\":[{\"WebACLId\":\"a2\",\"Name\":\"two\"}]}")
                .json(GLOBAL + "GetWebACL ", webAcl("{\"Priority\":1,\"RuleId\":\"r1\",\"Type\":\"GROUP\"}"))
                .json("\"WebACLId\":\"a2\"", webAcl(""))
                .json(GLOBAL + "ListLoggingConfigurations ", """
                        {"LoggingConfigurations":[{"ResourceArn":"arn:aws:waf::111122223333:webacl/a1",
                        "LogDestinationConfigs":["arn:aws:firehose:us-east-1:111122223333:deliverystream/aws-waf-logs-a"]}]}""")) {
            List<Resource> acls =
                    aws.collect(io.awsaudit.inventory.waf.WebAcl.class).resources();
            assertThat(acls)
                    .extracting(resource -> resource.arn().value() + " " + resource.name() + " " + resource.region())
                    .containsExactly(
                            "arn:aws:waf::111122223333:webacl/a1 one global",
                            "arn:aws:waf::111122223333:webacl/a2 two global");
            assertThat(acls)
                    .extracting(resource -> ((io.awsaudit.inventory.waf.WebAcl) resource).rules())
                    .containsExactly(Observed.known(List.of("r1")), Observed.known(List.of()));
            assertThat(acls)
                    .extracting(resource -> ((io.awsaudit.inventory.waf.WebAcl) resource).logDestinations())
                    .containsExactly(
                            Observed.known(List.of(
                                    new Arn("arn:aws:firehose:us-east-1:111122223333:deliverystream/aws-waf-logs-a"))),
                            Observed.known(List.of()));
            assertThat(acls.get(0).tags().asOptional().orElseThrow()).containsEntry("Owner", "me");
        }
    }

    @Test
    void regionalWebAclsAreReadByTheRegionalService() {
        try (CannedAws aws = tagged(REGIONAL)
                .json(REGIONAL + "ListWebACLs ", "{\"WebACLs\":[{\"WebACLId\":\"a1\",\"Name\":\"one\"}]}")
                .json(REGIONAL + "GetWebACL ", webAcl("{\"Priority\":1,\"RuleId\":\"r1\",\"Type\":\"REGULAR\"}"))) {
            var acl = only(aws, io.awsaudit.inventory.wafregional.WebAcl.class);
            assertThat(acl.arn().value()).isEqualTo("arn:aws:waf-regional:us-east-1:111122223333:webacl/a1");
            assertThat(acl.region()).isEqualTo("us-east-1");
            assertThat(acl.rules()).isEqualTo(Observed.known(List.of("r1")));
        }
    }

    @Test
    void rulesAreReadWithTheKindsOfTheirConditions() {
        for (String service : List.of(GLOBAL, REGIONAL)) {
            try (CannedAws aws = tagged(service)
                    .json(
                            service + "ListRules ",
                            "{\"Rules\":[{\"RuleId\":\"r1\",\"Name\":\"one\"},{\"RuleId\":\"r2\",\"Name\":\"two\"}]}")
                    .json(service + "GetRule ", rule("{\"Negated\":false,\"Type\":\"IPMatch\",\"DataId\":\"d\"}"))
                    .json("\"RuleId\":\"r2\"", rule(""))) {
                if (service.equals(GLOBAL)) {
                    assertThat(aws.collect(io.awsaudit.inventory.waf.Rule.class).resources())
                            .extracting(resource -> ((io.awsaudit.inventory.waf.Rule) resource).predicates())
                            .containsExactly(Observed.known(List.of("IPMatch")), Observed.known(List.of()));
                } else {
                    assertThat(aws.collect(io.awsaudit.inventory.wafregional.Rule.class)
                                    .resources())
                            .extracting(resource -> ((io.awsaudit.inventory.wafregional.Rule) resource).predicates())
                            .containsExactly(Observed.known(List.of("IPMatch")), Observed.known(List.of()));
                }
            }
        }
    }

    @Test
    void ruleGroupsAreReadWithAllTheirRules() {
        for (String service : List.of(GLOBAL, REGIONAL)) {
            try (CannedAws aws = tagged(service)
                    .json(service + "ListRuleGroups ", "{\"RuleGroups\":[{\"RuleGroupId\":\"g1\",\"Name\":\"one\"}]}")
                    .json(
                            service + "ListActivatedRulesInRuleGroup ",
                            "{\"ActivatedRules\":[{\"Priority\":1,\"RuleId\":\"r1\"}],\"NextMarker\":\"more\"}")
                    .json("\"NextMarker\":\"more\"", "{\"ActivatedRules\":[{\"Priority\":2,\"RuleId\":\"r2\"}]}")) {
                Observed<List<String>> rules = service.equals(GLOBAL)
                        ? only(aws, io.awsaudit.inventory.waf.RuleGroup.class).rules()
                        : only(aws, io.awsaudit.inventory.wafregional.RuleGroup.class)
                                .rules();
                assertThat(rules).isEqualTo(Observed.known(List.of("r1", "r2")));
            }
        }
    }

    @Test
    void whereAwsSaysThatThereIsNoSuchOperationNothingIsLeft() {
        try (CannedAws aws = new CannedAws()
                .answer(
                        GLOBAL + "ListWebACLs ",
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\":\"UnknownOperationException\"}")) {
            Inventory inventory = aws.collect(io.awsaudit.inventory.waf.WebAcl.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .allSatisfy(listing -> assertThat(listing.gap()).isEmpty());
        }
    }

    @Test
    void refusalsAreGapsAndUnknownSettings() {
        String no = "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}";
        try (CannedAws aws = tagged(REGIONAL)
                .json(REGIONAL + "ListRules ", "{\"Rules\":[{\"RuleId\":\"r1\",\"Name\":\"one\"}]}")
                .answer(REGIONAL + "GetRule ", 400, "application/x-amz-json-1.1", no)
                .answer(REGIONAL + "ListRuleGroups ", 400, "application/x-amz-json-1.1", no)) {
            assertThat(only(aws, io.awsaudit.inventory.wafregional.Rule.class)
                            .predicates()
                            .unknownBecause()
                            .flatMap(Gap::action))
                    .contains("waf-regional:GetRule");
            assertThat(aws.collect(io.awsaudit.inventory.wafregional.RuleGroup.class)
                            .coverage()
                            .listings())
                    .singleElement()
                    .satisfies(listing ->
                            assertThat(listing.gap().orElseThrow().cause()).isEqualTo(Gap.Cause.DENIED));
        }
    }

    private static CannedAws tagged(String service) {
        return new CannedAws()
                .json(
                        service + "ListTagsForResource ",
                        "{\"TagInfoForResource\":{\"ResourceARN\":\"a\",\"TagList\":[{\"Key\":\"Owner\",\"Value\":\"me\"}]}}");
    }

    private static String webAcl(String rules) {
        return "{\"WebACL\":{\"WebACLId\":\"a\",\"DefaultAction\":{\"Type\":\"ALLOW\"},\"Rules\":[" + rules + "]}}";
    }

    private static String rule(String predicates) {
        return "{\"Rule\":{\"RuleId\":\"r\",\"Name\":\"n\",\"MetricName\":\"m\",\"Predicates\":[" + predicates + "]}}";
    }

    private static <R extends Resource> R only(CannedAws aws, Class<R> type) {
        return type.cast(aws.collect(type).resources().get(0));
    }
}
