package io.awsaudit.collectors.networkfirewall;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.networkfirewall.RuleGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.networkfirewall.NetworkFirewallClient;
import software.amazon.awssdk.services.networkfirewall.model.DescribeRuleGroupResponse;
import software.amazon.awssdk.services.networkfirewall.model.ResourceManagedStatus;
import software.amazon.awssdk.services.networkfirewall.model.RuleGroupMetadata;
import software.amazon.awssdk.services.networkfirewall.model.RulesSource;

/** Reads the account's own rule groups in a region, of both kinds. */
final class RuleGroupCollector implements Collector<RuleGroup> {
    private static final Operation LIST =
            Operation.of("network-firewall:ListRuleGroups").pages(NetworkFirewall.PAGE);
    private static final Detail SETTINGS = Detail.of(RuleGroup.class, "settings", "network-firewall:DescribeRuleGroup");
    private static final Detail TAGS = Detail.of(RuleGroup.class, "tags", "network-firewall:DescribeRuleGroup");

    @Override
    public Set<Class<? extends RuleGroup>> yields() {
        return Set.of(RuleGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<RuleGroup> collect(Reads reads) {
        NetworkFirewallClient client = reads.client(NetworkFirewall.CLIENT);
        Stream<RuleGroupMetadata> listed = reads.pages(
                        LIST,
                        () -> client.listRuleGroupsPaginator(request -> request.scope(ResourceManagedStatus.ACCOUNT)
                                        .maxResults(NetworkFirewall.PAGE))
                                .ruleGroups())
                .filter(group -> NetworkFirewall.isOwn(new Arn(group.arn()), reads));
        return reads.each(RuleGroup.class, listed, group -> new Arn(group.arn()), group -> read(group, client, reads))
                .filter(group -> !group.settings().knownTo(RuleGroup.Settings.DELETING));
    }

    private static RuleGroup read(RuleGroupMetadata listed, NetworkFirewallClient client, Reads reads) {
        Arn arn = new Arn(listed.arn());
        boolean stateless = arn.resource().startsWith("stateless-rulegroup/");
        // One answer holds both.
        record Answer(RuleGroup.Settings settings, Map<String, String> tags) {}
        Observed<Answer> described = reads.answer(reads.wants(SETTINGS) ? SETTINGS : TAGS, arn, () -> {
            var answer = client.describeRuleGroup(request -> request.ruleGroupArn(arn.value()));
            return new Answer(
                    settings(answer, stateless),
                    NetworkFirewall.tags(answer.ruleGroupResponse().tags()));
        });
        return new RuleGroup(
                new Identity(arn, reads.account(), reads.region(), listed.name(), described.map(Answer::tags)),
                stateless,
                described.map(Answer::settings));
    }

    private static RuleGroup.Settings settings(DescribeRuleGroupResponse answer, boolean stateless) {
        return new RuleGroup.Settings(
                Optional.ofNullable(Answers.sent(answer.ruleGroupResponse(), "RuleGroupResponse")
                                .ruleGroupStatusAsString())
                        .orElse(""),
                stateless ? statelessRules(answer) : 0);
    }

    private static int statelessRules(DescribeRuleGroupResponse answer) {
        RulesSource source =
                Answers.sent(Answers.sent(answer.ruleGroup(), "RuleGroup").rulesSource(), "RulesSource");
        return Answers.sent(source.statelessRulesAndCustomActions(), "StatelessRulesAndCustomActions")
                .statelessRules()
                .size();
    }
}
