package io.awsaudit.collectors.redshift;

import io.awsaudit.collectors.AwsService;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Tag;

/** The client of Redshift, and how it words what several of its resources have. */
final class Redshift {
    static final AwsService<RedshiftClient> REDSHIFT = AwsService.of("redshift", RedshiftClient::builder);

    private Redshift() {}

    static Map<String, String> tags(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value()), (one, other) -> other));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
