package io.awsaudit.collectors.transfer;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.transfer.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the certificates of a region; not what is in them. */
final class CertificateCollector implements Collector<Certificate> {
    private static final Operation LIST_CERTIFICATES =
            Operation.of("transfer:ListCertificates").pages(Transfer.PAGE);
    private static final Detail TAGS = Detail.of(Certificate.class, "tags", Transfer.LIST_TAGS);

    @Override
    public Set<Class<? extends Certificate>> yields() {
        return Set.of(Certificate.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_CERTIFICATES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Certificate> collect(Reads reads) {
        return reads.each(
                Certificate.class,
                reads.pages(
                        LIST_CERTIFICATES,
                        () -> reads.client(Transfer.CLIENT)
                                .listCertificatesPaginator(request -> request.maxResults(Transfer.PAGE))
                                .certificates()),
                certificate -> new Arn(certificate.arn()),
                certificate -> new Certificate(
                        Transfer.identity(certificate.arn(), certificate.certificateId(), TAGS, reads),
                        Answers.sent(certificate.statusAsString(), "Status"),
                        Transfer.orEmpty(certificate.usageAsString()),
                        Optional.ofNullable(certificate.inactiveDate())));
    }
}
