package io.awsaudit.collectors.rolesanywhere;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rolesanywhere.TrustAnchor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rolesanywhere.RolesAnywhereClient;
import software.amazon.awssdk.services.rolesanywhere.model.NotificationEvent;
import software.amazon.awssdk.services.rolesanywhere.model.SourceData;
import software.amazon.awssdk.services.rolesanywhere.model.TrustAnchorDetail;

/** Reads the trust anchors of a region. */
final class TrustAnchorCollector implements Collector<TrustAnchor> {
    private static final Operation LIST = Operation.of("rolesanywhere:ListTrustAnchors");
    private static final Detail TAGS = Detail.of(TrustAnchor.class, "tags", RolesAnywhere.LIST_TAGS);

    @Override
    public Set<Class<? extends TrustAnchor>> yields() {
        return Set.of(TrustAnchor.class);
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
    public Stream<TrustAnchor> collect(Reads reads) {
        RolesAnywhereClient client = reads.client(RolesAnywhere.CLIENT);
        return reads.each(
                TrustAnchor.class,
                reads.pages(
                        LIST,
                        () -> client.listTrustAnchorsPaginator(request -> {}).trustAnchors()),
                anchor -> new Arn(anchor.trustAnchorArn()),
                anchor -> read(anchor, client, reads));
    }

    private static TrustAnchor read(TrustAnchorDetail anchor, RolesAnywhereClient client, Reads reads) {
        Arn arn = new Arn(anchor.trustAnchorArn());
        SourceData source = Answers.sent(Answers.sent(anchor.source(), "source").sourceData(), "sourceData");
        return new TrustAnchor(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        anchor.name(),
                        reads.observe(TAGS, arn, () -> RolesAnywhere.tags(arn, client))),
                Answers.sent(anchor.enabled(), "enabled"),
                Optional.ofNullable(source.acmPcaArn()).map(Arn::new),
                Optional.ofNullable(source.x509CertificateData()).flatMap(TrustAnchorCollector::firstEnd),
                anchor.notificationSettings().stream()
                        .anyMatch(setting -> setting.event() == NotificationEvent.CA_CERTIFICATE_EXPIRY
                                && Boolean.TRUE.equals(setting.enabled())));
    }

    /** Of several certificates each opens roles; the first that ends is the first to be missed. */
    private static Optional<Instant> firstEnd(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(certificate ->
                            ((X509Certificate) certificate).getNotAfter().toInstant())
                    .min(Instant::compareTo);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("a trust anchor's certificates cannot be read", e);
        }
    }
}
