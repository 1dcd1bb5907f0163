package io.awsaudit.collectors.sfn;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.inventory.Arn;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.Tag;

/** The client of Step Functions, and what its collectors have in common. */
final class Sfn {
    static final AwsService<SfnClient> SFN = AwsService.of("states", SfnClient::builder);

    static final String LIST_TAGS = "states:ListTagsForResource";

    /** The most that a page of a listing takes. */
    static final int PAGE = 1000;

    private Sfn() {}

    static Map<String, String> tags(Arn arn, SfnClient sfn) {
        return sfn.listTagsForResource(request -> request.resourceArn(arn.value())).tags().stream()
                .collect(
                        Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one));
    }
}
