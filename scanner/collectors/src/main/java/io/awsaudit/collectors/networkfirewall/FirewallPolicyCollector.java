package io.awsaudit.collectors.networkfirewall;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.networkfirewall.FirewallPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.networkfirewall.NetworkFirewallClient;
import software.amazon.awssdk.services.networkfirewall.model.DescribeFirewallPolicyResponse;
import software.amazon.awssdk.services.networkfirewall.model.FirewallPolicyMetadata;
import software.amazon.awssdk.services.networkfirewall.model.RuleOrder;
import software.amazon.awssdk.services.networkfirewall.model.StatefulEngineOptions;

/** Reads the account's own firewall policies in a region. */
final class FirewallPolicyCollector implements Collector<FirewallPolicy> {
    private static final Operation LIST =
            Operation.of("network-firewall:ListFirewallPolicies").pages(NetworkFirewall.PAGE);
    private static final Detail SETTINGS =
            Detail.of(FirewallPolicy.class, "settings", "network-firewall:DescribeFirewallPolicy");
    private static final Detail TAGS =
            Detail.of(FirewallPolicy.class, "tags", "network-firewall:DescribeFirewallPolicy");

    @Override
    public Set<Class<? extends FirewallPolicy>> yields() {
        return Set.of(FirewallPolicy.class);
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
    public Stream<FirewallPolicy> collect(Reads reads) {
        NetworkFirewallClient client = reads.client(NetworkFirewall.CLIENT);
        Stream<FirewallPolicyMetadata> listed = reads.pages(
                        LIST,
                        () -> client.listFirewallPoliciesPaginator(request -> request.maxResults(NetworkFirewall.PAGE))
                                .firewallPolicies())
                .filter(policy -> NetworkFirewall.isOwn(new Arn(policy.arn()), reads));
        return reads.each(
                        FirewallPolicy.class,
                        listed,
                        policy -> new Arn(policy.arn()),
                        policy -> read(policy, client, reads))
                .filter(policy -> !policy.settings().knownTo(FirewallPolicy.Settings.DELETING));
    }

    private static FirewallPolicy read(FirewallPolicyMetadata listed, NetworkFirewallClient client, Reads reads) {
        Arn arn = new Arn(listed.arn());
        // One answer holds both.
        record Answer(FirewallPolicy.Settings settings, Map<String, String> tags) {}
        Observed<Answer> described = reads.answer(reads.wants(SETTINGS) ? SETTINGS : TAGS, arn, () -> {
            var answer = client.describeFirewallPolicy(request -> request.firewallPolicyArn(arn.value()));
            return new Answer(
                    settings(answer),
                    NetworkFirewall.tags(answer.firewallPolicyResponse().tags()));
        });
        return new FirewallPolicy(
                new Identity(arn, reads.account(), reads.region(), listed.name(), described.map(Answer::tags)),
                described.map(Answer::settings));
    }

    private static FirewallPolicy.Settings settings(DescribeFirewallPolicyResponse answer) {
        var policy = Answers.sent(answer.firewallPolicy(), "FirewallPolicy");
        var response = Answers.sent(answer.firewallPolicyResponse(), "FirewallPolicyResponse");
        return new FirewallPolicy.Settings(
                Optional.ofNullable(response.firewallPolicyStatusAsString()).orElse(""),
                Stream.concat(
                                policy.statelessRuleGroupReferences().stream().map(group -> group.resourceArn()),
                                policy.statefulRuleGroupReferences().stream().map(group -> group.resourceArn()))
                        .map(Arn::new)
                        .toList(),
                policy.statelessDefaultActions(),
                policy.statelessFragmentDefaultActions(),
                Optional.ofNullable(policy.statefulEngineOptions())
                        .map(StatefulEngineOptions::ruleOrder)
                        .equals(Optional.of(RuleOrder.STRICT_ORDER)),
                policy.statefulDefaultActions());
    }
}
