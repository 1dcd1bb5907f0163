package io.awsaudit.collectors.wafv2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.wafv2.RuleGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the rule groups for CloudFront. */
final class CloudFrontRuleGroupCollector implements Collector<RuleGroup> {
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
        return List.of(RuleGroups.LIST_RULE_GROUPS);
    }

    @Override
    public List<Detail> details() {
        return RuleGroups.DETAILS;
    }

    @Override
    public Stream<RuleGroup> collect(Reads reads) {
        return RuleGroups.collect(software.amazon.awssdk.services.wafv2.model.Scope.CLOUDFRONT, reads);
    }
}
