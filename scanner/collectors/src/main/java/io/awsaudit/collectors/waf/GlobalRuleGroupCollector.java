package io.awsaudit.collectors.waf;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.waf.RuleGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.waf.model.RuleGroupSummary;

/** Reads the rule groups of AWS WAF Classic for CloudFront. */
final class GlobalRuleGroupCollector implements Collector<RuleGroup> {
    private static final Operation LIST_RULE_GROUPS =
            Operation.of("waf:ListRuleGroups").pages(Classic.PAGE);
    private static final Detail RULES = Detail.of(RuleGroup.class, "rules", "waf:ListActivatedRulesInRuleGroup");
    private static final Detail TAGS = Detail.of(RuleGroup.class, "tags", "waf:ListTagsForResource");

    @Override
    public Set<Class<? extends RuleGroup>> yields() {
        return Set.of(RuleGroup.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
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
        Classic classic = Classic.global(reads);
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
