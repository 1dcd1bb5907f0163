package io.awsaudit.collectors.waf;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.waf.WafClient;
import software.amazon.awssdk.services.waf.model.ActivatedRule;
import software.amazon.awssdk.services.waf.model.GetRuleRequest;
import software.amazon.awssdk.services.waf.model.GetRuleResponse;
import software.amazon.awssdk.services.waf.model.GetWebAclRequest;
import software.amazon.awssdk.services.waf.model.GetWebAclResponse;
import software.amazon.awssdk.services.waf.model.ListActivatedRulesInRuleGroupRequest;
import software.amazon.awssdk.services.waf.model.ListActivatedRulesInRuleGroupResponse;
import software.amazon.awssdk.services.waf.model.ListRuleGroupsRequest;
import software.amazon.awssdk.services.waf.model.ListRuleGroupsResponse;
import software.amazon.awssdk.services.waf.model.ListRulesRequest;
import software.amazon.awssdk.services.waf.model.ListRulesResponse;
import software.amazon.awssdk.services.waf.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.waf.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.waf.model.ListWebAcLsRequest;
import software.amazon.awssdk.services.waf.model.ListWebAcLsResponse;
import software.amazon.awssdk.services.waf.model.Predicate;
import software.amazon.awssdk.services.waf.model.RuleGroupSummary;
import software.amazon.awssdk.services.waf.model.RuleSummary;
import software.amazon.awssdk.services.waf.model.Tag;
import software.amazon.awssdk.services.waf.model.WebACLSummary;
import software.amazon.awssdk.services.waf.regional.WafRegionalClient;

/**
 * One of the two services of AWS WAF Classic, that for CloudFront and that for a region, which have two clients with the same
 * operations.
 *
 * <p>AWS has ended it. Where it says that there is no such operation, there is nothing left of it.
 */
final class Classic {
    static final AwsService<WafClient> GLOBAL = AwsService.of("waf", WafClient::builder);
    static final AwsService<WafRegionalClient> REGIONAL = AwsService.of("waf-regional", WafRegionalClient::builder);

    static final int PAGE = 100;

    /** What both clients can do. */
    private record Client(
            Function<ListWebAcLsRequest, ListWebAcLsResponse> listWebAcls,
            Function<ListRulesRequest, ListRulesResponse> listRules,
            Function<ListRuleGroupsRequest, ListRuleGroupsResponse> listRuleGroups,
            Function<GetWebAclRequest, GetWebAclResponse> getWebAcl,
            Function<GetRuleRequest, GetRuleResponse> getRule,
            Function<ListActivatedRulesInRuleGroupRequest, ListActivatedRulesInRuleGroupResponse> listActivatedRules,
            Function<ListTagsForResourceRequest, ListTagsForResourceResponse> listTags) {}

    private final Reads reads;
    private final boolean global;
    private final Supplier<Client> client;

    private Classic(Reads reads, boolean global, Supplier<Client> client) {
        this.reads = reads;
        this.global = global;
        this.client = client;
    }

    /** Returns the one for CloudFront. */
    static Classic global(Reads reads) {
        return new Classic(reads, true, () -> {
            WafClient waf = reads.client(GLOBAL);
            return new Client(
                    waf::listWebACLs,
                    waf::listRules,
                    waf::listRuleGroups,
                    waf::getWebACL,
                    waf::getRule,
                    waf::listActivatedRulesInRuleGroup,
                    waf::listTagsForResource);
        });
    }

    /** Returns the one for what is in a region. */
    static Classic regional(Reads reads) {
        return new Classic(reads, false, () -> {
            WafRegionalClient waf = reads.client(REGIONAL);
            return new Client(
                    waf::listWebACLs,
                    waf::listRules,
                    waf::listRuleGroups,
                    waf::getWebACL,
                    waf::getRule,
                    waf::listActivatedRulesInRuleGroup,
                    waf::listTagsForResource);
        });
    }

    /** {@return whether there was ever such a service here: no region that opened since has got it} */
    private boolean exists() {
        return global
                ? !reads.partition().equals("aws-us-gov") // which has no CloudFront
                : WafRegionalClient.serviceMetadata().regions().contains(Region.of(reads.region()));
    }

    Stream<WebACLSummary> webAcls(Operation listing) {
        return listed(
                listing,
                marker -> client.get()
                        .listWebAcls()
                        .apply(ListWebAcLsRequest.builder()
                                .limit(PAGE)
                                .nextMarker(marker)
                                .build()),
                ListWebAcLsResponse.builder().build(),
                ListWebAcLsResponse::webACLs,
                ListWebAcLsResponse::nextMarker);
    }

    Stream<RuleSummary> rules(Operation listing) {
        return listed(
                listing,
                marker -> client.get()
                        .listRules()
                        .apply(ListRulesRequest.builder()
                                .limit(PAGE)
                                .nextMarker(marker)
                                .build()),
                ListRulesResponse.builder().build(),
                ListRulesResponse::rules,
                ListRulesResponse::nextMarker);
    }

    Stream<RuleGroupSummary> ruleGroups(Operation listing) {
        return listed(
                listing,
                marker -> client.get()
                        .listRuleGroups()
                        .apply(ListRuleGroupsRequest.builder()
                                .limit(PAGE)
                                .nextMarker(marker)
                                .build()),
                ListRuleGroupsResponse.builder().build(),
                ListRuleGroupsResponse::ruleGroups,
                ListRuleGroupsResponse::nextMarker);
    }

    private <P, T> Stream<T> listed(
            Operation listing,
            Function<@Nullable String, P> call,
            P none,
            Function<P, List<T>> items,
            Function<P, @Nullable String> next) {
        return exists()
                ? reads.pages(
                        listing,
                        () -> TokenPages.of(
                                marker -> Answers.orIfNoSuchOperation(() -> call.apply(marker), none), items, next))
                : Stream.empty();
    }

    /** Returns the ARN of something of it. */
    Arn arn(String resource) {
        return global ? reads.globalArn("waf", resource) : reads.arn("waf-regional", resource);
    }

    Identity identity(Arn arn, String name, Detail tags) {
        return new Identity(
                arn,
                reads.account(),
                global ? Identity.GLOBAL : reads.region(),
                name,
                reads.observe(tags, arn, () -> tagsOf(arn)));
    }

    private Map<String, String> tagsOf(Arn arn) {
        Iterable<Tag> tags = TokenPages.of(
                marker -> client.get()
                        .listTags()
                        .apply(ListTagsForResourceRequest.builder()
                                .resourceARN(arn.value())
                                .nextMarker(marker)
                                .build()),
                answer -> Answers.sent(answer.tagInfoForResource(), "TagInfoForResource")
                        .tagList(),
                ListTagsForResourceResponse::nextMarker);
        return StreamSupport.stream(tags.spliterator(), false)
                .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
    }

    /** Reads the ids of the rules and rule groups of a web ACL. */
    Observed<List<String>> rulesOfWebAcl(Detail detail, Arn arn, String id) {
        return reads.observe(
                detail,
                arn,
                () -> Answers.sent(
                                client.get()
                                        .getWebAcl()
                                        .apply(GetWebAclRequest.builder()
                                                .webACLId(id)
                                                .build())
                                        .webACL(),
                                "WebACL")
                        .rules()
                        .stream()
                        .map(ActivatedRule::ruleId)
                        .toList());
    }

    /** Reads the kinds of the conditions of a rule. */
    Observed<List<String>> predicatesOfRule(Detail detail, Arn arn, String id) {
        return reads.observe(
                detail,
                arn,
                () -> Answers.sent(
                                client.get()
                                        .getRule()
                                        .apply(GetRuleRequest.builder()
                                                .ruleId(id)
                                                .build())
                                        .rule(),
                                "Rule")
                        .predicates()
                        .stream()
                        .map(Predicate::typeAsString)
                        .toList());
    }

    /** Reads the ids of the rules of a rule group. */
    Observed<List<String>> rulesOfRuleGroup(Detail detail, Arn arn, String id) {
        return reads.observe(detail, arn, () -> {
            Iterable<ActivatedRule> rules = TokenPages.of(
                    marker -> client.get()
                            .listActivatedRules()
                            .apply(ListActivatedRulesInRuleGroupRequest.builder()
                                    .ruleGroupId(id)
                                    .limit(PAGE)
                                    .nextMarker(marker)
                                    .build()),
                    ListActivatedRulesInRuleGroupResponse::activatedRules,
                    ListActivatedRulesInRuleGroupResponse::nextMarker);
            return StreamSupport.stream(rules.spliterator(), false)
                    .map(ActivatedRule::ruleId)
                    .toList();
        });
    }
}
