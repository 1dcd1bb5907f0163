package io.awsaudit.collectors.databasemigration;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.databasemigration.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DescribeCertificatesResponse;

/** Reads the certificates that endpoints of a region trust. */
final class CertificateCollector implements Collector<Certificate> {
    private static final Operation DESCRIBE = Dms.listing("DescribeCertificates");
    private static final Detail TAGS = Dms.tags(Certificate.class);

    @Override
    public Set<Class<? extends Certificate>> yields() {
        return Set.of(Certificate.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Certificate> collect(Reads reads) {
        DatabaseMigrationClient dms = reads.client(Dms.CLIENT);
        Stream<software.amazon.awssdk.services.databasemigration.model.Certificate> listed = reads.pages(
                DESCRIBE,
                () -> TokenPages.of(
                        token -> dms.describeCertificates(
                                request -> request.maxRecords(Dms.PAGE).marker(token)),
                        DescribeCertificatesResponse::certificates,
                        DescribeCertificatesResponse::marker));
        return reads.each(
                Certificate.class,
                listed,
                certificate -> new Arn(certificate.certificateArn()),
                certificate -> read(certificate, reads));
    }

    private static Certificate read(
            software.amazon.awssdk.services.databasemigration.model.Certificate certificate, Reads reads) {
        return new Certificate(
                Dms.identity(new Arn(certificate.certificateArn()), certificate.certificateIdentifier(), TAGS, reads),
                Optional.ofNullable(certificate.validToDate()));
    }
}
