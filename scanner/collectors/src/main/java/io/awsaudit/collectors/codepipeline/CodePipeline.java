package io.awsaudit.collectors.codepipeline;

import io.awsaudit.collectors.AwsService;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.Tag;

/** The client of CodePipeline, and what its collectors have in common. */
final class CodePipeline {
    static final AwsService<CodePipelineClient> CLIENT = AwsService.of("codepipeline", CodePipelineClient::builder);

    private CodePipeline() {}

    static Map<String, String> map(Stream<Tag> tags) {
        return tags.collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
    }
}
