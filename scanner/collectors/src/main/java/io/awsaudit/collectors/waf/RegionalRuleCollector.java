package io.awsaudit.collectors.waf;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.wafregional.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.waf.model.RuleSummary;

/** Reads the rules, other than rate-based ones, of AWS WAF Classic for what is in a region. */
final class RegionalRuleCollector implements Collector<Rule> {
    private static final Operation LIST_RULES =
            Operation.of("waf-regional:ListRules").pages(Classic.PAGE);
    private static final Detail PREDICATES = Detail.of(Rule.class, "predicates", "waf-regional:GetRule");
    private static final Detail TAGS = Detail.of(Rule.class, "tags", "waf-regional:ListTagsForResource");

    @Override
    public Set<Class<? extends Rule>> yields() {
        return Set.of(Rule.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_RULES);
    }

    @Override
    public List<Detail> details() {
        return List.of(PREDICATES, TAGS);
    }

    @Override
    public Stream<Rule> collect(Reads reads) {
        Classic classic = Classic.regional(reads);
        return reads.each(
                Rule.class,
                classic.rules(LIST_RULES),
                listed -> arnOf(listed, classic),
                listed -> read(listed, classic));
    }

    private static Arn arnOf(RuleSummary listed, Classic classic) {
        return classic.arn("rule/" + listed.ruleId());
    }

    private static Rule read(RuleSummary listed, Classic classic) {
        Arn arn = arnOf(listed, classic);
        return new Rule(
                classic.identity(arn, listed.name(), TAGS), classic.predicatesOfRule(PREDICATES, arn, listed.ruleId()));
    }
}
