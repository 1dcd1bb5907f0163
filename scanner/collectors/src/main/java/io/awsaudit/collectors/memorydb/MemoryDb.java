package io.awsaudit.collectors.memorydb;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.memorydb.MemoryDbClient;
import software.amazon.awssdk.services.memorydb.model.Tag;

/** The client of MemoryDB, and how it tells tags. */
final class MemoryDb {
    static final AwsService<MemoryDbClient> CLIENT = AwsService.of("memorydb", MemoryDbClient::builder);

    private MemoryDb() {}

    static Map<String, String> tagsOf(Arn arn, Reads reads) {
        return reads.client(CLIENT).listTags(request -> request.resourceArn(arn.value())).tagList().stream()
                .collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value()), (one, other) -> one));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
