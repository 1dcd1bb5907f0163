package io.awsaudit.collectors.wafv2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.wafv2.Definition;
import io.awsaudit.inventory.wafv2.RuleGroup;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.wafv2.model.ListRuleGroupsResponse;
import software.amazon.awssdk.services.wafv2.model.RuleGroupSummary;
import software.amazon.awssdk.services.wafv2.model.Scope;

/** Reads the rule groups of a scope; those of AWS and of vendors are not listed. */
final class RuleGroups {
    static final Operation LIST_RULE_GROUPS =
            Operation.of("wafv2:ListRuleGroups").pages(Wafv2.PAGE);

    private static final Detail DEFINITION = Detail.of(RuleGroup.class, "definition", "wafv2:GetRuleGroup");
    private static final Detail TAGS = new Detail(RuleGroup.class, "tags", Wafv2.LIST_TAGS);

    static final List<Detail> DETAILS = List.of(DEFINITION, TAGS);

    private RuleGroups() {}

    static Stream<RuleGroup> collect(Scope scope, Reads reads) {
        if (!Wafv2.exists(scope, reads)) {
            return Stream.empty();
        }
        Stream<RuleGroupSummary> listed = reads.pages(
                        LIST_RULE_GROUPS,
                        () -> TokenPages.of(
                                marker -> reads.client(Wafv2.CLIENT)
                                        .listRuleGroups(request -> request.scope(scope)
                                                .limit(Wafv2.PAGE)
                                                .nextMarker(marker)),
                                ListRuleGroupsResponse::ruleGroups,
                                ListRuleGroupsResponse::nextMarker))
                .filter(group -> new Arn(group.arn()).account().equals(reads.account())); // others' may be shared
        return reads.each(RuleGroup.class, listed, group -> new Arn(group.arn()), group -> read(group, scope, reads));
    }

    private static RuleGroup read(RuleGroupSummary listed, Scope scope, Reads reads) {
        Arn arn = new Arn(listed.arn());
        return new RuleGroup(
                Wafv2.identity(arn, listed.name(), scope, TAGS, reads),
                reads.observe(DEFINITION, arn, () -> definitionOf(listed, scope, reads)));
    }

    private static Definition definitionOf(RuleGroupSummary listed, Scope scope, Reads reads) {
        var group = Answers.sent(
                reads.client(Wafv2.CLIENT)
                        .getRuleGroup(
                                request -> request.scope(scope).id(listed.id()).name(listed.name()))
                        .ruleGroup(),
                "RuleGroup");
        return new Definition(Wafv2.rules(group.rules()), Wafv2.metrics(group.visibilityConfig()), List.of());
    }
}
