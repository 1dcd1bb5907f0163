package io.awsaudit.collectors.sesv2;

import io.awsaudit.collectors.AwsService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Tag;

/** The client of SES, and how it words what several of its resources have. */
final class Ses {
    static final AwsService<SesV2Client> CLIENT = AwsService.of("ses", SesV2Client::builder);

    /** The most that a page takes. */
    static final int PAGE = 1000;

    private Ses() {}

    static Map<String, String> map(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
    }

    static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
