package io.awsaudit.collectors.transfer;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.transfer.TransferClient;
import software.amazon.awssdk.services.transfer.model.ListedServer;
import software.amazon.awssdk.services.transfer.model.Tag;

/** The client of the Transfer Family, and what its collectors have in common. */
final class Transfer {
    static final AwsService<TransferClient> CLIENT = AwsService.of("transfer", TransferClient::builder);

    static final Operation LIST_SERVERS =
            Operation.of("transfer:ListServers").pages(1000).shared();

    static final String LIST_TAGS = "transfer:ListTagsForResource";

    /** The most that a page takes. */
    static final int PAGE = 1000;

    private Transfer() {}

    /** Lists the servers of a region. */
    static Stream<ListedServer> servers(Reads reads) {
        return reads.sharedPages(
                LIST_SERVERS,
                () -> reads.client(CLIENT)
                        .listServersPaginator(request -> request.maxResults(PAGE))
                        .servers());
    }

    /** Returns the identity of what AWS names by an id. What tags call it is not its name: without them it would have another. */
    static Identity identity(Arn arn, String id, Observed<Map<String, String>> tags, Reads reads) {
        return new Identity(arn, reads.account(), reads.region(), id, tags);
    }

    /** Returns the identity of what has tags that take a call of their own. */
    static Identity identity(String arn, String id, Detail tags, Reads reads) {
        Arn known = new Arn(arn);
        return identity(
                known,
                id,
                reads.observe(
                        tags,
                        known,
                        () -> map(reads
                                .client(CLIENT)
                                .listTagsForResourcePaginator(
                                        request -> request.arn(arn).maxResults(PAGE))
                                .tags()
                                .stream())),
                reads);
    }

    static Map<String, String> map(Stream<Tag> tags) {
        return tags.collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
    }

    static Optional<Arn> arn(@Nullable String text) {
        return Optional.ofNullable(text).filter(arn -> !arn.isBlank()).map(Arn::new);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
