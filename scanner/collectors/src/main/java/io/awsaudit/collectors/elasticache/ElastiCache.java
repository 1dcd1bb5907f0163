package io.awsaudit.collectors.elasticache;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.inventory.Arn;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** The client of ElastiCache, and how it words what several of its resources have. */
final class ElastiCache {
    static final AwsService<ElastiCacheClient> ELASTICACHE = AwsService.of("elasticache", ElastiCacheClient::builder);
    static final String LIST_TAGS = "elasticache:ListTagsForResource";

    private static final String DELETING = "deleting";

    private ElastiCache() {}

    static boolean isAlive(@Nullable String status) {
        return !DELETING.equals(status);
    }

    static Map<String, String> tags(Arn arn, ElastiCacheClient client) {
        return client.listTagsForResource(request -> request.resourceName(arn.value())).tagList().stream()
                .collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value())));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
