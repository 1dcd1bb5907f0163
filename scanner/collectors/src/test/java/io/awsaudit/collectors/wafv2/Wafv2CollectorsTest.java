package io.awsaudit.collectors.wafv2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.wafv2.Definition;
import io.awsaudit.inventory.wafv2.Rule;
import io.awsaudit.inventory.wafv2.RuleGroup;
import io.awsaudit.inventory.wafv2.WebAcl;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of AWS WAF, with AWS's documented responses: it knows no Firewall Manager. */
class Wafv2CollectorsTest {
    private static final String LIST = "AWSWAF_20190729.ListWebACLs ";
    private static final String GET = "AWSWAF_20190729.GetWebACL ";
    private static final String LOGGING = "AWSWAF_20190729.ListLoggingConfigurations ";
    private static final String TAGS = "AWSWAF_20190729.ListTagsForResource ";
    private static final String ONE = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/one/1";
    private static final String EDGE = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/edge/2";
    private static final String LOGS = "arn:aws:logs:us-east-1:111122223333:log-group:aws-waf-logs-a";

    @Test
    void webAclsOfARegionAndOfCloudFrontAreReadEachToTheLastPage() {
        try (CannedAws aws = withDetails(new CannedAws())
                .json(
                        LIST + "{\"Scope\":\"REGIONAL\",\"Limit\":100}",
                        "{\"NextMarker\":\"one\",\"WebACLs\":[" + summary(ONE) + "]}")
                .json("\"NextMarker\":\"one\"", "{\"WebACLs\":[" + summary(ONE.replace("one/1", "three/3")) + "]}")
                .json("\"CLOUDFRONT\"", "{\"WebACLs\":[" + summary(EDGE) + "]}")
                .json(LOGGING, "{\"LoggingConfigurations\":[]}")) {
            assertThat(aws.collect(WebAcl.class).resources())
                    .extracting(resource -> resource.arn().value(), Resource::name, Resource::region)
                    .containsExactly(
                            Tuple.tuple(EDGE, "edge", "global"),
                            Tuple.tuple(ONE, "one", "us-east-1"),
                            Tuple.tuple(ONE.replace("one/1", "three/3"), "three", "us-east-1"));
        }
    }

    @Test
    void aWebAclIsReadWithWhatFirewallManagerPutIntoIt() {
        try (CannedAws aws = listed().json(GET, """
                {"WebACL":{"Name":"one","Id":"1","ARN":"%s","DefaultAction":{"Allow":{}},"Capacity":1,
                "VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"m"},
                "PreProcessFirewallManagerRuleGroups":[{"Name":"first","Priority":0,
                "FirewallManagerStatement":{},"OverrideAction":{"None":{}},
                "VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"f"}}],
                "PostProcessFirewallManagerRuleGroups":[{"Name":"last","Priority":0,
                "FirewallManagerStatement":{},"OverrideAction":{"None":{}},
                "VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"l"}}],
                "Rules":[{"Name":"common","Priority":1,"Statement":{},
                "VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":false,"MetricName":"c"}}]},
                "LockToken":"t"}""".formatted(ONE))) {
            WebAcl acl = only(aws, WebAcl.class);
            assertThat(acl.definition())
                    .isEqualTo(Observed.known(
                            new Definition(List.of(new Rule("common", false)), true, List.of("first", "last"))));
            assertThat(acl.tags().asOptional().orElseThrow()).containsEntry("Owner", "me");
        }
    }

    @Test
    void loggingIsListedOnceForAllToTheLastPage() {
        try (CannedAws aws = withDetails(new CannedAws())
                .json(LIST, "{\"WebACLs\":[" + summary(ONE) + "," + summary(ONE.replace("one/1", "three/3")) + "]}")
                .json("\"CLOUDFRONT\"", "{\"WebACLs\":[]}")
                .json(LOGGING, "{\"LoggingConfigurations\":[],\"NextMarker\":\"more\"}")
                .json(
                        "\"NextMarker\":\"more\"",
                        "{\"LoggingConfigurations\":[{\"ResourceArn\":\"" + ONE + "\",\"LogDestinationConfigs\":[\""
                                + LOGS + "\"]}]}")) {
            List<Resource> acls = aws.collect(WebAcl.class).resources();
            assertThat(acls)
                    .extracting(acl -> ((WebAcl) acl).logDestinations())
                    .containsExactly(Observed.known(List.of(new Arn(LOGS))), Observed.known(List.of()));
            assertThat(acls.get(0).edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(Relation.LOGS_TO + " " + LOGS);
            assertThat(aws.requests().stream().filter(request -> request.contains(LOGGING)))
                    .hasSize(2);
        }
    }

    @Test
    void refusalsAreUnknownEachByItsAction() {
        String no = "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}";
        try (CannedAws aws = listed().answer(GET, 400, "application/json", no)
                .answer(LOGGING, 400, "application/json", no)
                .answer(TAGS, 400, "application/json", no)) {
            WebAcl acl = only(aws, WebAcl.class);
            assertThat(List.of(acl.definition(), acl.logDestinations(), acl.tags()))
                    .extracting(setting -> ((Observed<?>) setting)
                            .unknownBecause()
                            .flatMap(Gap::action)
                            .orElse("none"))
                    .containsExactly("wafv2:GetWebACL", "wafv2:ListLoggingConfigurations", "wafv2:ListTagsForResource");
        }
    }

    @Test
    void ruleGroupsOfOthersAreLeftOut() {
        String own = "arn:aws:wafv2:us-east-1:111122223333:regional/rulegroup/own/1";
        try (CannedAws aws = withDetails(new CannedAws())
                .json(
                        "AWSWAF_20190729.ListRuleGroups ",
                        "{\"RuleGroups\":[" + summary(own) + "," + summary(own.replace("111122223333", "444455556666"))
                                + "]}")
                .json("\"CLOUDFRONT\"", "{\"RuleGroups\":[]}")
                .json("AWSWAF_20190729.GetRuleGroup ", """
                        {"RuleGroup":{"Name":"own","Id":"1","Capacity":1,"ARN":"%s","Rules":[],
                        "VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":false,"MetricName":"m"}},
                        "LockToken":"t"}""".formatted(own))) {
            assertThat(aws.collect(RuleGroup.class).resources())
                    .extracting(resource -> ((RuleGroup) resource).definition())
                    .containsExactly(Observed.known(new Definition(List.of(), false, List.of())));
        }
    }

    @Test
    void aRefusedListOfOneScopeIsAGapThereAndHidesNotTheOther() {
        try (CannedAws aws = listed().json(LOGGING, "{\"LoggingConfigurations\":[]}")
                .answer("\"CLOUDFRONT\"", 400, "application/json", "{\"__type\":\"AccessDeniedException\"}")) {
            var inventory = aws.collect(WebAcl.class);
            assertThat(inventory.resources()).extracting(Resource::name).containsExactly("one");
            assertThat(inventory.coverage().listings())
                    .extracting(
                            listing -> listing.region() + " " + listing.gap().isPresent())
                    .containsExactly("global true", "us-east-1 false");
        }
    }

    private static CannedAws listed() {
        return withDetails(new CannedAws())
                .json(LIST, "{\"WebACLs\":[" + summary(ONE) + "]}")
                .json("\"CLOUDFRONT\"", "{\"WebACLs\":[]}");
    }

    private static CannedAws withDetails(CannedAws aws) {
        return aws.json(GET, """
                        {"WebACL":{"Name":"one","Id":"1","DefaultAction":{"Allow":{}},"Rules":[],
                        "VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"m"}}}""")
                .json(LOGGING, "{\"LoggingConfigurations\":[]}")
                .json(
                        TAGS,
                        "{\"TagInfoForResource\":{\"ResourceARN\":\"a\",\"TagList\":[{\"Key\":\"Owner\",\"Value\":\"me\"}]}}");
    }

    private static String summary(String arn) {
        String[] parts = arn.split("/");
        return "{\"Name\":\"%s\",\"Id\":\"%s\",\"Description\":\"\",\"LockToken\":\"t\",\"ARN\":\"%s\"}"
                .formatted(parts[2], parts[3], arn);
    }

    private static <R extends Resource> R only(CannedAws aws, Class<R> type) {
        return type.cast(aws.collect(type).resources().get(0));
    }
}
