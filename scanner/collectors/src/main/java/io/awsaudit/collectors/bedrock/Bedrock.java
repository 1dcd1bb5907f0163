package io.awsaudit.collectors.bedrock;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.Tag;

/** The client of Bedrock, and how it words what several of its resources have. */
final class Bedrock {
    static final AwsService<BedrockClient> CLIENT = AwsService.of("bedrock", BedrockClient::builder);
    static final String LIST_TAGS = "bedrock:ListTagsForResource";

    /** The most that a page takes. */
    static final int PAGE = 1000;

    private Bedrock() {}

    static Identity identity(Arn arn, String name, Detail tags, BedrockClient bedrock, Reads reads) {
        return new Identity(
                arn,
                reads.account(),
                reads.region(),
                name,
                reads.observe(
                        tags,
                        arn,
                        () -> bedrock.listTagsForResource(request -> request.resourceARN(arn.value())).tags().stream()
                                .collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one))));
    }

    static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
