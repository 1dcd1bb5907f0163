package io.awsaudit.collectors.waf;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.waf.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.waf.model.RuleSummary;

/** Reads the rules, other than rate-based ones, of AWS WAF Classic for CloudFront. */
final class GlobalRuleCollector implements Collector<Rule> {
    private static final Operation LIST_RULES = Operation.of("waf:ListRules").pages(Classic.PAGE);
    private static final Detail PREDICATES = Detail.of(Rule.class, "predicates", "waf:GetRule");
    private static final Detail TAGS = Detail.of(Rule.class, "tags", "waf:ListTagsForResource");

    @Override
    public Set<Class<? extends Rule>> yields() {
        return Set.of(Rule.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
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
        Classic classic = Classic.global(reads);
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
