package io.awsaudit.collectors.codeartifact;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.policy.Policy;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.codeartifact.CodeartifactClient;
import software.amazon.awssdk.services.codeartifact.model.ResourcePolicy;
import software.amazon.awssdk.services.codeartifact.model.Tag;

/** The client of CodeArtifact, and what its collectors have in common. */
final class CodeArtifact {
    static final AwsService<CodeartifactClient> CLIENT = AwsService.of("codeartifact", CodeartifactClient::builder);

    static final String LIST_TAGS = "codeartifact:ListTagsForResource";

    /** The most that a page takes. */
    static final int PAGE = 1000;

    /** What AWS answers of something that has no policy. */
    private static final String NONE = "ResourceNotFoundException";

    private CodeArtifact() {}

    static Identity identity(Arn arn, String name, Detail tags, Reads reads) {
        return new Identity(
                arn,
                reads.account(),
                reads.region(),
                name,
                reads.observe(
                        tags,
                        arn,
                        () ->
                                reads
                                        .client(CLIENT)
                                        .listTagsForResource(request -> request.resourceArn(arn.value()))
                                        .tags()
                                        .stream()
                                        .collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one))));
    }

    static Policy policy(Supplier<ResourcePolicy> call) {
        return Answers.orIfAbsent(
                () -> Policies.parse(
                        Answers.sent(Answers.sent(call.get(), "policy").document(), "document")),
                Policy.NONE,
                NONE);
    }
}
