package io.awsaudit.collectors.redshiftserverless;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.redshiftserverless.Namespace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshiftserverless.model.NamespaceStatus;

/** Reads the namespaces of Redshift Serverless in a region. */
final class NamespaceCollector implements Collector<Namespace> {
    private static final Operation LIST =
            Operation.of("redshift-serverless:ListNamespaces").pages(Serverless.PAGE);

    /** In place of a key where the customer chose none. */
    private static final String OWNED_BY_AWS = "AWS_OWNED_KMS_KEY";

    private static final Detail TAGS = Detail.of(Namespace.class, "tags", "redshift-serverless:ListTagsForResource");

    @Override
    public Set<Class<? extends Namespace>> yields() {
        return Set.of(Namespace.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Namespace> collect(Reads reads) {
        Stream<software.amazon.awssdk.services.redshiftserverless.model.Namespace> namespaces = reads.pages(
                        LIST,
                        () -> reads.client(Serverless.CLIENT)
                                .listNamespacesPaginator(request -> request.maxResults(Serverless.PAGE))
                                .namespaces())
                .filter(namespace -> namespace.status() != NamespaceStatus.DELETING);
        return reads.each(
                Namespace.class,
                namespaces,
                namespace -> new Arn(namespace.namespaceArn()),
                namespace -> read(namespace, reads));
    }

    private static Namespace read(
            software.amazon.awssdk.services.redshiftserverless.model.Namespace namespace, Reads reads) {
        Arn arn = new Arn(namespace.namespaceArn());
        return new Namespace(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        namespace.namespaceName(),
                        reads.observe(TAGS, arn, () -> Serverless.tagsOf(arn, reads))),
                Serverless.orEmpty(namespace.statusAsString()),
                Optional.ofNullable(namespace.adminUsername()).filter(name -> !name.isEmpty()),
                Optional.ofNullable(namespace.kmsKeyId())
                        .filter(key -> !key.isEmpty() && !key.equals(OWNED_BY_AWS))
                        .map(key -> key.startsWith("arn:") ? new Arn(key) : reads.arn("kms", "key/" + key)),
                namespace.logExportsAsStrings().stream().sorted().toList());
    }
}
