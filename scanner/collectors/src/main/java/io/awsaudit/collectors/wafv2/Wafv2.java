package io.awsaudit.collectors.wafv2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.wafv2.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.Tag;
import software.amazon.awssdk.services.wafv2.model.VisibilityConfig;

/** The client of AWS WAF, and what its answers have in common. */
final class Wafv2 {
    static final AwsService<Wafv2Client> CLIENT = AwsService.of("wafv2", Wafv2Client::builder);
    static final Operation LIST_TAGS = Operation.of("wafv2:ListTagsForResource");

    /** The most that it gives in a page. */
    static final int PAGE = 100;

    private Wafv2() {}

    /** {@return whether there is such a scope in this partition} */
    static boolean exists(Scope scope, Reads reads) {
        return scope != Scope.CLOUDFRONT || !reads.partition().equals("aws-us-gov"); // which has no CloudFront
    }

    static Identity identity(Arn arn, String name, Scope scope, Detail tags, Reads reads) {
        return new Identity(
                arn,
                reads.account(),
                scope == Scope.CLOUDFRONT ? Identity.GLOBAL : reads.region(),
                name,
                tags(arn, tags, reads));
    }

    private static Observed<Map<String, String>> tags(Arn arn, Detail detail, Reads reads) {
        return reads.observe(detail, arn, () -> {
            Iterable<Tag> tags = TokenPages.of(
                    marker -> reads.client(CLIENT)
                            .listTagsForResource(
                                    request -> request.resourceARN(arn.value()).nextMarker(marker)),
                    answer -> Answers.sent(answer.tagInfoForResource(), "TagInfoForResource")
                            .tagList(),
                    answer -> answer.nextMarker());
            return java.util.stream.StreamSupport.stream(tags.spliterator(), false)
                    .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
        });
    }

    static List<Rule> rules(List<software.amazon.awssdk.services.wafv2.model.Rule> rules) {
        return rules.stream()
                .map(rule -> new Rule(rule.name(), metrics(rule.visibilityConfig())))
                .toList();
    }

    static boolean metrics(@Nullable VisibilityConfig visibility) {
        return Answers.sent(
                Answers.sent(visibility, "VisibilityConfig").cloudWatchMetricsEnabled(), "CloudWatchMetricsEnabled");
    }
}
