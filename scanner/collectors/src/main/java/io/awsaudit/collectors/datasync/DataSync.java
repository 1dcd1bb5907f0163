package io.awsaudit.collectors.datasync;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.datasync.DataSyncClient;
import software.amazon.awssdk.services.datasync.model.TagListEntry;

/** The client of DataSync, and how it tells tags. */
final class DataSync {
    static final AwsService<DataSyncClient> CLIENT = AwsService.of("datasync", DataSyncClient::builder);

    /** As many as a page may have. */
    static final int PAGE = 100;

    private DataSync() {}

    static Detail tags(Class<? extends Resource> type) {
        return Detail.of(type, "tags", "datasync:ListTagsForResource");
    }

    /** @param name what people call it; its id where they do not */
    static Identity identity(Arn arn, @Nullable String name, Detail tags, Reads reads) {
        return new Identity(
                arn,
                reads.account(),
                reads.region(),
                name == null || name.isBlank() ? arn.lastSegment() : name,
                reads.observe(tags, arn, () -> tagsOf(arn, reads)));
    }

    private static Map<String, String> tagsOf(Arn arn, Reads reads) {
        return reads
                .client(CLIENT)
                .listTagsForResourcePaginator(
                        request -> request.resourceArn(arn.value()).maxResults(PAGE))
                .tags()
                .stream()
                .collect(Collectors.toMap(TagListEntry::key, tag -> orEmpty(tag.value()), (one, other) -> one));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
