package io.awsaudit.collectors.waf;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.wafregional.RuleGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.waf.model.RuleGroupSummary;

/** Reads the rule groups of AWS WAF Classic for what is in a region. */
final class RegionalRuleGroupCollector implements Collector<RuleGroup> {
    private static final Operation LIST_RULE_GROUPS =
            Operation.of("waf-regional:ListRuleGroups").pages(Classic.PAGE);
    private static final Detail RULES =
            Detail.of(RuleGroup.class, "rules", "waf-regional:ListActivatedRulesInRuleGroup");
    private static final Detail TAGS = Detail.of(RuleGroup.class, "tags", "waf-regional:ListTagsForResource");

    @Override
    public Set<Class<? extends RuleGroup>> yields() {
        return Set.of(RuleGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_RULE_GROUPS);
    }

    @Override
    public List<Detail> details() {
        return List.of(RULES, TAGS);
    }

    @Override
    public Stream<RuleGroup> collect(Reads reads) {
        Classic classic = Classic.regional(reads);
        return reads.each(
                RuleGroup.class,
                classic.ruleGroups(LIST_RULE_GROUPS),
                listed -> arnOf(listed, classic),
                listed -> read(listed, classic));
    }

    private static Arn arnOf(RuleGroupSummary listed, Classic classic) {
        return classic.arn("rulegroup/" + listed.ruleGroupId());
    }

    private static RuleGroup read(RuleGroupSummary listed, Classic classic) {
        Arn arn = arnOf(listed, classic);
        return new RuleGroup(
                classic.identity(arn, listed.name(), TAGS), classic.rulesOfRuleGroup(RULES, arn, listed.ruleGroupId()));
    }
}
