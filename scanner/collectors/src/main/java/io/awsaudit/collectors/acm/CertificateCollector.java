package io.awsaudit.collectors.acm;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.acm.Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.Tag;

/** Reads the certificates of a region, of each state and kind of key. */
final class CertificateCollector implements Collector<Certificate> {
    private static final AwsService<AcmClient> ACM = AwsService.of("acm", AcmClient::builder);
    private static final Operation LIST_CERTIFICATES =
            Operation.of("acm:ListCertificates").pages(1000);
    private static final Detail TAGS = Detail.of(Certificate.class, "tags", "acm:ListTagsForCertificate");

    /** As many as AWS gives at a time. */
    private static final int PAGE = 1000;

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
        AcmClient acm = reads.client(ACM);
        // Unless asked for the other kinds of keys, AWS lists RSA keys of 1024 and 2048 bits alone.
        Stream<CertificateSummary> listed = reads.pages(
                LIST_CERTIFICATES,
                () -> acm.listCertificatesPaginator(request -> request.maxItems(PAGE)
                                .includes(filters -> filters.keyTypes(KeyAlgorithm.knownValues())))
                        .certificateSummaryList());
        return reads.each(
                Certificate.class,
                listed,
                certificate -> new Arn(certificate.certificateArn()),
                certificate -> read(certificate, acm, reads));
    }

    private static Certificate read(CertificateSummary listed, AcmClient acm, Reads reads) {
        Arn arn = new Arn(listed.certificateArn());
        return new Certificate(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.domainName() == null || listed.domainName().isEmpty()
                                ? arn.lastSegment()
                                : listed.domainName(),
                        reads.observe(TAGS, arn, () -> tagsOf(arn, acm))),
                new Certificate.Type(Answers.sent(listed.typeAsString(), "Type")),
                new Certificate.Status(Answers.sent(listed.statusAsString(), "Status")),
                Answers.sent(listed.keyAlgorithmAsString(), "KeyAlgorithm"),
                Boolean.TRUE.equals(listed.inUse()),
                Boolean.TRUE.equals(listed.exported()),
                Optional.ofNullable(listed.notAfter()));
    }

    private static Map<String, String> tagsOf(Arn certificate, AcmClient acm) {
        return acm.listTagsForCertificate(request -> request.certificateArn(certificate.value())).tags().stream()
                .collect(
                        Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one));
    }
}
