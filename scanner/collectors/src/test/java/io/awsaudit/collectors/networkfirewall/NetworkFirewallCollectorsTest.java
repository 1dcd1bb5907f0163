package io.awsaudit.collectors.networkfirewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.networkfirewall.Firewall;
import io.awsaudit.inventory.networkfirewall.Firewall.LogDestination;
import io.awsaudit.inventory.networkfirewall.FirewallPolicy;
import io.awsaudit.inventory.networkfirewall.FirewallSettings;
import io.awsaudit.inventory.networkfirewall.FirewallSettings.SyncState;
import io.awsaudit.inventory.networkfirewall.RuleGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What AWS says of firewalls, with its documented responses; moto knows neither their policies nor their rules. */
class NetworkFirewallCollectorsTest {
    private static final String PREFIX = "NetworkFirewall_20201112.";
    private static final String ARN = "arn:aws:network-firewall:us-east-1:111122223333:";
    private static final String FIREWALLS = PREFIX + "ListFirewalls";
    private static final String FIREWALL = PREFIX + "DescribeFirewall ";
    private static final String LOGS = PREFIX + "DescribeLoggingConfiguration";
    private static final String POLICIES = PREFIX + "ListFirewallPolicies";
    private static final String POLICY = PREFIX + "DescribeFirewallPolicy ";
    private static final String GROUPS = PREFIX + "ListRuleGroups";
    private static final String GROUP = PREFIX + "DescribeRuleGroup ";

    @Test
    void firewallsAreReadToTheLastPageAndThoseOnTheirWayOutAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(FIREWALLS, "{\"Firewalls\":[" + listedFirewall("edge") + "],\"NextToken\":\"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"Firewalls\":[" + listedFirewall("inner") + "," + listedFirewall("old") + "]}")
                .json(FIREWALL, firewall("READY", ""))
                .json("firewall/old\"", firewall("DELETING", ""))) {
            assertThat(aws.collect(Firewall.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("edge", "inner");
            assertThat(aws.requests()).anyMatch(request -> request.contains("\"MaxResults\":100"));
        }
    }

    @Test
    void protectionsAndLogsThatWereNeverSetAreOff() {
        try (CannedAws aws = listed().json(
                        FIREWALL,
                        firewall("READY", "\"VpcId\":\"vpc-1\",\"SubnetMappings\":[{\"SubnetId\":\"subnet-1\"}],"))
                .json(LOGS, "{\"FirewallArn\":\"" + ARN + "firewall/edge\"}")) {
            Firewall firewall = only(aws);
            assertThat(firewall.settings().asOptional())
                    .contains(new FirewallSettings(
                            "READY",
                            SyncState.IN_SYNC,
                            Optional.of(new Arn(ARN + "firewall-policy/rules")),
                            Optional.of(new Arn("arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1")),
                            Optional.empty(),
                            List.of(new Arn("arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1")),
                            List.of(),
                            false,
                            false,
                            false,
                            false,
                            Optional.empty()));
            assertThat(firewall.logDestinations().knownToBe(List.of())).isTrue();
            assertThat(firewall.tags().knownToBe(Map.of())).isTrue();
        }
    }

    @Test
    void logsAreReadWhereverTheyGo() {
        try (CannedAws aws = listed().json(FIREWALL, firewall("READY", "")).json(LOGS, """
                {"FirewallArn":"arn:aws:network-firewall:us-east-1:111122223333:firewall/edge","LoggingConfiguration":{
                "LogDestinationConfigs":[
                {"LogType":"ALERT","LogDestinationType":"CloudWatchLogs","LogDestination":{"logGroup":"alerts"}},
                {"LogType":"FLOW","LogDestinationType":"S3","LogDestination":{"bucketName":"flows","prefix":"edge"}},
                {"LogType":"TLS","LogDestinationType":"KinesisDataFirehose","LogDestination":{"deliveryStream":"tls"}}]}}""")) {
            Firewall firewall = only(aws);
            assertThat(firewall.logDestinations()
                            .knownToBe(List.of(
                                    new LogDestination("ALERT", "CloudWatchLogs", "alerts"),
                                    new LogDestination("FLOW", "S3", "flows"),
                                    new LogDestination("TLS", "KinesisDataFirehose", "tls"))))
                    .isTrue();
            assertThat(firewall.logsTo("alerts")).isTrue();
            assertThat(firewall.logsTo("flows")).isFalse();
            assertThat(firewall.logDestinations().knownTo(Firewall.LOG_GROUPS_ONLY))
                    .isFalse();
            assertThat(firewall.edges())
                    .contains(new Edge(
                            firewall.arn(),
                            Relation.LOGS_TO,
                            new Arn("arn:aws:logs:us-east-1:111122223333:log-group:alerts")));
        }
    }

    @Test
    void aFirewallOfATransitGatewayIsInZones() {
        try (CannedAws aws = listed().json(FIREWALL, firewall("READY", """
                "TransitGatewayId":"tgw-1","AvailabilityZoneMappings":[{"AvailabilityZone":"use1-az1"},
                {"AvailabilityZone":"use1-az2"}],"AvailabilityZoneChangeProtection":true,"DeleteProtection":true,
                "Tags":[{"Key":"Owner","Value":"network"}],""").replace("\n", " "))) {
            Firewall firewall = only(aws);
            assertThat(firewall.settings().knownTo(FirewallSettings.IN_ONE_ZONE))
                    .isFalse();
            assertThat(firewall.settings().knownTo(FirewallSettings.MOVABLE)).isFalse();
            assertThat(firewall.settings().knownTo(FirewallSettings.UNPROTECTED))
                    .isFalse();
            assertThat(firewall.tags().knownToBe(Map.of("Owner", "network"))).isTrue();
        }
    }

    @Test
    void anAnswerWithoutAFirewallLeavesIt() {
        try (CannedAws aws = listed().json(FIREWALL, "{\"UpdateToken\":\"1\"}")) {
            assertThat(only(aws).settings().unknownBecause().map(Gap::detail).orElse(""))
                    .contains("Firewall");
        }
    }

    @Test
    void policiesOfOtherAccountsAreNone() {
        try (CannedAws aws = new CannedAws().json(POLICIES, """
                        {"FirewallPolicies":[
                        {"Name":"rules","Arn":"arn:aws:network-firewall:us-east-1:111122223333:firewall-policy/rules"},
                        {"Name":"shared","Arn":"arn:aws:network-firewall:us-east-1:444455556666:firewall-policy/shared"}]}""").json(POLICY, """
                        {"UpdateToken":"1","FirewallPolicyResponse":{"FirewallPolicyName":"rules","FirewallPolicyStatus":"ACTIVE",
                        "FirewallPolicyArn":"arn:aws:network-firewall:us-east-1:111122223333:firewall-policy/rules",
                        "Tags":[{"Key":"Owner","Value":"network"}]},
                        "FirewallPolicy":{"StatelessDefaultActions":["aws:forward_to_sfe"],
                        "StatelessFragmentDefaultActions":["aws:drop","count"],
                        "StatefulRuleGroupReferences":[{"ResourceArn":"arn:aws:network-firewall:us-east-1:111122223333:stateful-rulegroup/a"}],
                        "StatefulEngineOptions":{"RuleOrder":"STRICT_ORDER"},"StatefulDefaultActions":["aws:drop_established"]}}""")) {
            List<FirewallPolicy> policies = aws.collect(FirewallPolicy.class).resources().stream()
                    .map(FirewallPolicy.class::cast)
                    .toList();
            assertThat(policies).hasSize(1);
            assertThat(policies.get(0).settings().asOptional())
                    .contains(new FirewallPolicy.Settings(
                            "ACTIVE",
                            List.of(new Arn(ARN + "stateful-rulegroup/a")),
                            List.of("aws:forward_to_sfe"),
                            List.of("aws:drop", "count"),
                            true,
                            List.of("aws:drop_established")));
            assertThat(policies.get(0).tags().knownToBe(Map.of("Owner", "network")))
                    .isTrue();
        }
    }

    @Test
    void rulesAreCountedOfStatelessGroupsAlone() {
        try (CannedAws aws = new CannedAws()
                .json(GROUPS, """
                        {"RuleGroups":[
                        {"Name":"empty","Arn":"arn:aws:network-firewall:us-east-1:111122223333:stateless-rulegroup/empty"},
                        {"Name":"full","Arn":"arn:aws:network-firewall:us-east-1:111122223333:stateless-rulegroup/full"},
                        {"Name":"suricata","Arn":"arn:aws:network-firewall:us-east-1:111122223333:stateful-rulegroup/suricata"}]}""")
                .json(GROUP, group("{\"StatelessRulesAndCustomActions\":{\"StatelessRules\":[]}}"))
                .json("stateful-rulegroup/suricata\"", group("{\"RulesString\":\"pass ip any any\"}"))
                .json(
                        "stateless-rulegroup/full\"",
                        group(
                                "{\"StatelessRulesAndCustomActions\":{\"StatelessRules\":[{\"Priority\":1,\"RuleDefinition\":{\"MatchAttributes\":{},\"Actions\":[\"aws:drop\"]}}]}}"))) {
            List<RuleGroup> groups = aws.collect(RuleGroup.class).resources().stream()
                    .map(RuleGroup.class::cast)
                    .toList();
            assertThat(groups)
                    .extracting(
                            RuleGroup::name,
                            RuleGroup::stateless,
                            group -> group.settings().knownTo(RuleGroup.Settings.EMPTY))
                    .containsExactlyInAnyOrder(
                            tuple("empty", true, true), tuple("full", true, false), tuple("suricata", false, true));
            assertThat(aws.requests()).anyMatch(request -> request.contains("\"Scope\":\"ACCOUNT\""));
        }
    }

    private static String group(String source) {
        return "{\"UpdateToken\":\"1\",\"RuleGroupResponse\":{\"RuleGroupStatus\":\"ACTIVE\"},\"RuleGroup\":{\"RulesSource\":"
                + source + "}}";
    }

    private static CannedAws listed() {
        return new CannedAws().json(FIREWALLS, "{\"Firewalls\":[" + listedFirewall("edge") + "]}");
    }

    private static Firewall only(CannedAws aws) {
        return (Firewall) aws.collect(Firewall.class).resources().get(0);
    }

    private static String listedFirewall(String name) {
        return "{\"FirewallName\":\"" + name + "\",\"FirewallArn\":\"" + ARN + "firewall/" + name + "\"}";
    }

    private static String firewall(String status, String more) {
        return "{\"Firewall\":{" + more + "\"FirewallPolicyArn\":\"" + ARN
                + "firewall-policy/rules\",\"FirewallId\":\"1\"}," + "\"FirewallStatus\":{\"Status\":\"" + status
                + "\",\"ConfigurationSyncStateSummary\":\"IN_SYNC\"}}";
    }
}
