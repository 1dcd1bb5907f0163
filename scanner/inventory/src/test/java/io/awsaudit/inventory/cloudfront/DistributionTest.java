package io.awsaudit.inventory.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {
    @ParameterizedTest
    @CsvSource({
        "site.s3.amazonaws.com, site",
        "site.s3.eu-west-1.amazonaws.com, site",
        "site.s3-eu-west-1.amazonaws.com, site",
        "site.s3.dualstack.us-gov-east-1.amazonaws.com, site",
        "site.s3.cn-north-1.amazonaws.com.cn, site",
        "www.example.com.s3.amazonaws.com, www.example.com",
        "a.s3.backup.s3.us-east-1.amazonaws.com, a.s3.backup"
    })
    void aBucketIsKnownByItsDomain(String domain, String bucket) {
        assertThat(S3Domain.bucketOf(domain)).contains(bucket);
    }

    @ParameterizedTest
    @CsvSource({
        "site.s3-website-us-east-1.amazonaws.com",
        "site.s3-website.eu-central-1.amazonaws.com",
        "door-abc123-s3alias.s3.us-east-1.amazonaws.com",
        "door-abc123--ol-s3.s3.us-east-1.amazonaws.com",
        "alias.mrap.accesspoint.s3-global.amazonaws.com",
        "www.example.com"
    })
    void whatIsNoBucketsDomainNamesNone(String domain) {
        assertThat(S3Domain.bucketOf(domain)).isEmpty();
    }

    @Test
    void anOriginThatSpeaksAsTheViewerIsPlainOnlyWhereAViewerOfItMayBe() {
        Origin matching = web("match-viewer", "match-viewer");
        List<OriginGroup> groups = List.of(new OriginGroup("pair", List.of("https-only", "match-viewer")));
        List<Origin> origins = List.of(matching, web("https-only", "https-only"));
        assertThat(distribution(origins, groups, behavior("match-viewer", "allow-all"))
                        .plainHttpOrigins())
                .containsExactly(matching);
        assertThat(distribution(origins, groups, behavior("pair", "allow-all")).plainHttpOrigins())
                .containsExactly(matching);
        assertThat(distribution(origins, groups, behavior("match-viewer", "redirect-to-https"))
                        .plainHttpOrigins())
                .isEmpty();
        assertThat(distribution(origins, groups, behavior("https-only", "allow-all"))
                        .plainHttpOrigins())
                .isEmpty();
    }

    private static Origin web(String id, String policy) {
        return new Origin(
                id,
                "www.example.com",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Origin.CustomOriginConfig(policy, List.of("TLSv1.2"))),
                false);
    }

    private static CacheBehavior behavior(String target, String policy) {
        return new CacheBehavior("*", target, policy, false, false, true);
    }

    private static Distribution distribution(
            List<Origin> origins, List<OriginGroup> groups, CacheBehavior defaultBehavior) {
        return new Distribution(
                Identity.untagged(
                        new Arn("arn:aws:cloudfront::111122223333:distribution/E1"), "111122223333", "global", "E1"),
                false,
                origins,
                groups,
                List.of(defaultBehavior),
                new ViewerCertificate(Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                "none",
                "http2and3",
                Observed.known(new DistributionConfig(Optional.empty(), Optional.empty())),
                Observed.known(List.of()),
                Observed.known(List.of()));
    }
}
