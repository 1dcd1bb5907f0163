package io.awsaudit.collectors.databasemigration;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.Tag;

/** The client of DMS, and how it tells tags. */
final class Dms {
    static final AwsService<DatabaseMigrationClient> CLIENT = AwsService.of("dms", DatabaseMigrationClient::builder);

    /** As many as a page may have. */
    static final int PAGE = 100;

    static final String DELETING = "deleting";

    private Dms() {}

    static Operation listing(String operation) {
        return Operation.of("dms:" + operation).pages(PAGE);
    }

    static Detail tags(Class<? extends Resource> type) {
        return Detail.of(type, "tags", "dms:ListTagsForResource");
    }

    static Identity identity(Arn arn, String name, Detail tags, Reads reads) {
        return new Identity(
                arn, reads.account(), reads.region(), name, reads.observe(tags, arn, () -> tagsOf(arn, reads)));
    }

    private static Map<String, String> tagsOf(Arn arn, Reads reads) {
        return reads.client(CLIENT).listTagsForResource(request -> request.resourceArn(arn.value())).tagList().stream()
                .collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value()), (one, other) -> one));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
