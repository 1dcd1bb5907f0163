package io.awsaudit.collectors.keyspaces;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.keyspaces.KeyspacesClient;
import software.amazon.awssdk.services.keyspaces.model.KeyspaceSummary;
import software.amazon.awssdk.services.keyspaces.model.Tag;

/** The client of Keyspaces, what it lists, and how it tells tags. All its reads are selections, for IAM. */
final class Keyspaces {
    static final AwsService<KeyspacesClient> CLIENT = AwsService.of("keyspaces", KeyspacesClient::builder);

    static final String SELECT = "cassandra:Select";

    /** As many as a page may have. */
    static final int PAGE = 1000;

    static final Operation LIST_KEYSPACES =
            Operation.of("keyspaces:ListKeyspaces").needing(SELECT).pages(PAGE).shared();

    /** Keyspaces that AWS keeps its own tables in, and lists in every account. */
    private static final Set<String> SYSTEM =
            Set.of("system", "system_multiregion_info", "system_schema", "system_schema_mcs");

    private Keyspaces() {}

    /** Lists the keyspaces of a region that somebody made. */
    static Stream<KeyspaceSummary> keyspaces(Reads reads) {
        return reads.sharedPages(
                        LIST_KEYSPACES,
                        () -> reads.client(CLIENT)
                                .listKeyspacesPaginator(request -> request.maxResults(PAGE))
                                .keyspaces())
                .filter(keyspace -> !SYSTEM.contains(keyspace.keyspaceName()));
    }

    static Detail tags(Class<? extends Resource> type) {
        return Detail.of(type, "tags", "keyspaces:ListTagsForResource").needing(SELECT);
    }

    static Map<String, String> tagsOf(Arn arn, Reads reads) {
        return reads
                .client(CLIENT)
                .listTagsForResourcePaginator(
                        request -> request.resourceArn(arn.value()).maxResults(PAGE))
                .tags()
                .stream()
                .collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value()), (one, other) -> one));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
