package io.awsaudit.collectors.acmpca;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.acmpca.CertificateAuthority;
import io.awsaudit.inventory.acmpca.CertificateAuthority.Status;
import io.awsaudit.inventory.acmpca.CertificateAuthority.Type;
import io.awsaudit.inventory.acmpca.CertificateAuthority.UsageMode;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.acmpca.AcmPcaClient;
import software.amazon.awssdk.services.acmpca.model.CertificateAuthorityConfiguration;
import software.amazon.awssdk.services.acmpca.model.CertificateAuthorityStatus;
import software.amazon.awssdk.services.acmpca.model.CrlConfiguration;
import software.amazon.awssdk.services.acmpca.model.OcspConfiguration;
import software.amazon.awssdk.services.acmpca.model.ResourceOwner;
import software.amazon.awssdk.services.acmpca.model.RevocationConfiguration;
import software.amazon.awssdk.services.acmpca.model.Tag;

/** Reads the account's own private certificate authorities, and of each its policy and its tags. */
final class CertificateAuthorityCollector implements Collector<CertificateAuthority> {
    private static final AwsService<AcmPcaClient> PCA = AwsService.of("acm-pca", AcmPcaClient::builder);
    /** It takes larger numbers, and gives no more. */
    private static final int PAGE = 100;

    private static final Operation LIST =
            Operation.of("acm-pca:ListCertificateAuthorities").pages(PAGE);
    private static final Detail POLICY = Detail.of(CertificateAuthority.class, "policy", "acm-pca:GetPolicy");
    private static final Detail TAGS = Detail.of(CertificateAuthority.class, "tags", "acm-pca:ListTags");

    @Override
    public Set<Class<? extends CertificateAuthority>> yields() {
        return Set.of(CertificateAuthority.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(POLICY, TAGS);
    }

    @Override
    public Stream<CertificateAuthority> collect(Reads reads) {
        AcmPcaClient pca = reads.client(PCA);
        Stream<software.amazon.awssdk.services.acmpca.model.CertificateAuthority> listed = reads.pages(
                        LIST,
                        () -> pca
                                .listCertificateAuthoritiesPaginator(
                                        request -> request.resourceOwner(ResourceOwner.SELF)
                                                .maxResults(PAGE))
                                .stream()
                                .flatMap(page -> page.certificateAuthorities().stream())::iterator)
                .filter(authority -> authority.status() != CertificateAuthorityStatus.DELETED);
        return reads.each(
                CertificateAuthority.class,
                listed,
                authority -> new Arn(authority.arn()),
                authority -> read(authority, pca, reads));
    }

    private static CertificateAuthority read(
            software.amazon.awssdk.services.acmpca.model.CertificateAuthority authority,
            AcmPcaClient pca,
            Reads reads) {
        Arn arn = new Arn(authority.arn());
        return new CertificateAuthority(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        arn.lastSegment(),
                        reads.observe(TAGS, arn, () -> tagsOf(arn, pca))),
                new Type(Answers.sent(authority.typeAsString(), "Type")),
                new Status(Answers.sent(authority.statusAsString(), "Status")),
                // Left out of authorities from before there was a choice.
                Optional.ofNullable(authority.usageModeAsString())
                        .map(UsageMode::new)
                        .orElse(UsageMode.GENERAL_PURPOSE),
                Optional.ofNullable(authority.certificateAuthorityConfiguration())
                        .map(CertificateAuthorityConfiguration::keyAlgorithmAsString)
                        .orElse(""),
                revokes(authority.revocationConfiguration()),
                Optional.ofNullable(authority.notAfter()),
                reads.observe(POLICY, arn, () -> policyOf(arn, pca)));
    }

    private static boolean revokes(@Nullable RevocationConfiguration configuration) {
        Optional<RevocationConfiguration> revocation = Optional.ofNullable(configuration);
        return Stream.concat(
                        revocation
                                .map(RevocationConfiguration::crlConfiguration)
                                .map(CrlConfiguration::enabled)
                                .stream(),
                        revocation
                                .map(RevocationConfiguration::ocspConfiguration)
                                .map(OcspConfiguration::enabled)
                                .stream())
                .anyMatch(Boolean.TRUE::equals);
    }

    private static Policy policyOf(Arn arn, AcmPcaClient pca) {
        return Answers.orIfAbsent(
                        () -> Optional.of(Answers.sent(
                                pca.getPolicy(request -> request.resourceArn(arn.value()))
                                        .policy(),
                                "Policy")),
                        Optional.<String>empty(),
                        "ResourceNotFoundException")
                .map(Policies::parse)
                .orElse(Policy.NONE);
    }

    private static Map<String, String> tagsOf(Arn arn, AcmPcaClient pca) {
        return pca.listTagsPaginator(request -> request.certificateAuthorityArn(arn.value())).stream()
                .flatMap(page -> page.tags().stream())
                .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
    }
}
