package io.awsaudit.collectors.apprunner;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apprunner.AppRunnerClient;
import software.amazon.awssdk.services.apprunner.model.Tag;

/** The client of App Runner, and what its collectors have in common. */
final class AppRunner {
    static final AwsService<AppRunnerClient> CLIENT = AwsService.of("apprunner", AppRunnerClient::builder);

    static final String LIST_TAGS = "apprunner:ListTagsForResource";

    private AppRunner() {}

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

    static Optional<Arn> arn(@Nullable String text) {
        return Optional.ofNullable(text).filter(arn -> !arn.isBlank()).map(Arn::new);
    }
}
