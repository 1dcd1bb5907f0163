package io.awsaudit.collectors.ssm;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ssm.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DescribeDocumentPermissionResponse;
import software.amazon.awssdk.services.ssm.model.DocumentIdentifier;
import software.amazon.awssdk.services.ssm.model.DocumentPermissionType;
import software.amazon.awssdk.services.ssm.model.Tag;

/** Reads the documents that the account owns, and whom they are shared with. */
final class DocumentCollector implements Collector<Document> {
    private static final Operation LIST_DOCUMENTS =
            Operation.of("ssm:ListDocuments").pages(50);
    private static final Detail SHARED_WITH = Detail.of(Document.class, "sharedWith", "ssm:DescribeDocumentPermission");

    @Override
    public Set<Class<? extends Document>> yields() {
        return Set.of(Document.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_DOCUMENTS);
    }

    @Override
    public List<Detail> details() {
        return List.of(SHARED_WITH);
    }

    @Override
    public Stream<Document> collect(Reads reads) {
        SsmClient ssm = reads.client(Ssm.CLIENT);
        return reads.each(
                Document.class,
                reads.pages(
                        LIST_DOCUMENTS,
                        () -> ssm.listDocumentsPaginator(request -> request.maxResults(50)
                                        .filters(filter -> filter.key("Owner").values("Self")))
                                .documentIdentifiers()),
                document -> reads.arn("ssm", "document/" + document.name()),
                document -> read(document, ssm, reads));
    }

    private static Document read(DocumentIdentifier listed, SsmClient ssm, Reads reads) {
        Identity identity = Identity.tagged(
                reads.arn("ssm", "document/" + listed.name()),
                reads.account(),
                reads.region(),
                listed.name(),
                listed.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one)));
        return new Document(
                identity,
                Answers.sent(listed.documentTypeAsString(), "DocumentType"),
                reads.observe(SHARED_WITH, identity.arn(), () -> sharedWith(listed.name(), ssm)));
    }

    /** The SDK has no paginator for it. */
    private static List<String> sharedWith(String document, SsmClient ssm) {
        List<String> accounts = new ArrayList<>();
        @Nullable String token = null;
        do {
            String page = token;
            DescribeDocumentPermissionResponse answer = ssm.describeDocumentPermission(request -> request.name(document)
                    .permissionType(DocumentPermissionType.SHARE)
                    .nextToken(page));
            accounts.addAll(answer.accountIds());
            token = answer.nextToken();
        } while (token != null && !token.isEmpty());
        return List.copyOf(accounts);
    }
}
