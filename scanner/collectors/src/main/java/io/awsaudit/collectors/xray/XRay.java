package io.awsaudit.collectors.xray;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.GroupSummary;
import software.amazon.awssdk.services.xray.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.xray.model.SamplingRule;
import software.amazon.awssdk.services.xray.model.SamplingRuleRecord;

/** The client of X-Ray, and what its collectors have in common. */
final class XRay {
    static final AwsService<XRayClient> XRAY = AwsService.of("xray", XRayClient::builder);

    static final Operation GET_GROUPS = Operation.of("xray:GetGroups").shared();
    static final Operation GET_SAMPLING_RULES =
            Operation.of("xray:GetSamplingRules").shared();

    static final String LIST_TAGS = "xray:ListTagsForResource";

    /** What every region has, be X-Ray used or not. */
    static final String DEFAULT = "Default";

    private XRay() {}

    /** Lists the groups of a region. */
    static Stream<GroupSummary> groups(Reads reads) {
        return reads.sharedPages(
                GET_GROUPS,
                () -> reads.client(XRAY).getGroupsPaginator(request -> {}).groups());
    }

    /** Lists the sampling rules of a region. */
    static Stream<SamplingRule> samplingRules(Reads reads) {
        return reads.sharedPages(
                        GET_SAMPLING_RULES,
                        () -> reads.client(XRAY)
                                .getSamplingRulesPaginator(request -> {})
                                .samplingRuleRecords())
                .map(SamplingRuleRecord::samplingRule);
    }

    static Map<String, String> tags(Arn arn, XRayClient xray) {
        Map<String, String> tags = new HashMap<>();
        TokenPages.of(
                        token -> xray.listTagsForResource(
                                request -> request.resourceARN(arn.value()).nextToken(token)),
                        ListTagsForResourceResponse::tags,
                        ListTagsForResourceResponse::nextToken)
                .forEach(tag -> tags.put(tag.key(), tag.value() == null ? "" : tag.value()));
        return Map.copyOf(tags);
    }
}
