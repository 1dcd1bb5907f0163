package io.awsaudit.collectors.athena;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Tag;

/** The client of Athena, and how it words what several of its resources have. */
final class Athena {
    static final AwsService<AthenaClient> CLIENT = AwsService.of("athena", AthenaClient::builder);
    static final String LIST_TAGS = "athena:ListTagsForResource";

    /** The most that a page takes. */
    static final int PAGE = 50;

    private Athena() {}

    static Identity identity(Arn arn, String name, Detail tags, AthenaClient athena, Reads reads) {
        return new Identity(
                arn,
                reads.account(),
                reads.region(),
                name,
                reads.observe(
                        tags,
                        arn,
                        () ->
                                athena
                                        .listTagsForResourcePaginator(request -> request.resourceARN(arn.value()))
                                        .tags()
                                        .stream()
                                        .collect(Collectors.toMap(
                                                Tag::key,
                                                tag -> tag.value() == null ? "" : tag.value(),
                                                (one, other) -> one))));
    }

    static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
