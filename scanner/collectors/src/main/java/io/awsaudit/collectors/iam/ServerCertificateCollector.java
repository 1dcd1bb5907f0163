package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.iam.ServerCertificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;

/** Reads every server certificate. */
final class ServerCertificateCollector implements Collector<ServerCertificate> {
    private static final Operation LIST_SERVER_CERTIFICATES =
            Operation.of("iam:ListServerCertificates").pages(Iam.PAGE);
    private static final Detail TAGS = Detail.of(ServerCertificate.class, "tags", "iam:ListServerCertificateTags");

    @Override
    public Set<Class<? extends ServerCertificate>> yields() {
        return Set.of(ServerCertificate.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_SERVER_CERTIFICATES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<ServerCertificate> collect(Reads reads) {
        Stream<ServerCertificateMetadata> certificates = reads.pages(
                LIST_SERVER_CERTIFICATES,
                () -> reads.client(Iam.IAM)
                        .listServerCertificatesPaginator(request -> request.maxItems(Iam.PAGE))
                        .serverCertificateMetadataList());
        return reads.each(
                ServerCertificate.class,
                certificates,
                certificate -> new Arn(certificate.arn()),
                certificate -> read(certificate, reads));
    }

    private static ServerCertificate read(ServerCertificateMetadata certificate, Reads reads) {
        Arn arn = new Arn(certificate.arn());
        String name = certificate.serverCertificateName();
        return new ServerCertificate(
                new Identity(
                        arn,
                        reads.account(),
                        Identity.GLOBAL,
                        name,
                        reads.observe(
                                TAGS,
                                arn,
                                () -> Iam.tags(reads
                                        .client(Iam.IAM)
                                        .listServerCertificateTagsPaginator(
                                                request -> request.serverCertificateName(name)
                                                        .maxItems(Iam.PAGE))
                                        .tags()
                                        .stream()
                                        .toList()))),
                certificate.path(),
                Optional.ofNullable(certificate.uploadDate()),
                Optional.ofNullable(certificate.expiration()));
    }
}
