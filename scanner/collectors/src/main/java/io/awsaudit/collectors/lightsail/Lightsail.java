package io.awsaudit.collectors.lightsail;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lightsail.LightsailClient;
import software.amazon.awssdk.services.lightsail.model.Tag;

/** The client of Lightsail, and what its listings have in common. */
final class Lightsail {
    static final AwsService<LightsailClient> CLIENT = AwsService.of("lightsail", LightsailClient::builder);

    private Lightsail() {}

    static Identity identity(@Nullable String arn, @Nullable String name, List<Tag> tags, Reads reads) {
        return Identity.tagged(
                new Arn(Answers.sent(arn, "arn")),
                reads.account(),
                reads.region(),
                Answers.sent(name, "name"),
                tags.stream()
                        .collect(Collectors.toMap(
                                Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one)));
    }
}
