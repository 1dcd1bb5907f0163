package io.awsaudit.collectors.codebuild;

import io.awsaudit.collectors.AwsService;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.Tag;

/** CodeBuild's client, and its way with tags. */
final class CodeBuild {
    static final AwsService<CodeBuildClient> CLIENT = AwsService.of("codebuild", CodeBuildClient::builder);

    /** The most that AWS takes in a call. */
    static final int BATCH = 100;

    private CodeBuild() {}

    static Map<String, String> map(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
    }

    /** Returns a listing in parts of {@link #BATCH}; each is as many as AWS sends on a page. */
    static List<List<String>> batches(List<String> all) {
        return IntStream.range(0, (all.size() + BATCH - 1) / BATCH)
                .mapToObj(i -> all.subList(i * BATCH, Math.min(all.size(), (i + 1) * BATCH)))
                .toList();
    }
}
