package io.awsaudit.collectors.storagegateway;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.storagegateway.StorageGatewayClient;
import software.amazon.awssdk.services.storagegateway.model.Tag;

/** The client of Storage Gateway, and what its answers have in common. */
final class StorageGateway {
    static final AwsService<StorageGatewayClient> CLIENT =
            AwsService.of("storagegateway", StorageGatewayClient::builder);
    static final int PAGE = 100;

    private StorageGateway() {}

    static Map<String, String> tags(List<Tag> tags) {
        return tags.stream()
                .collect(
                        Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one));
    }

    static Optional<Arn> arn(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank()).map(Arn::new);
    }
}
