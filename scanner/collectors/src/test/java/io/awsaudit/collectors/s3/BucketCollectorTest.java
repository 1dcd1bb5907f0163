package io.awsaudit.collectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.s3.Bucket;
import io.awsaudit.inventory.s3.PublicAccessBlock;
import io.awsaudit.inventory.s3.Versioning;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of buckets, with AWS's documented responses. */
class BucketCollectorTest {
    private static final String LIST = """
            <ListAllMyBucketsResult><Buckets><Bucket><Name>b</Name><BucketRegion>us-east-1</BucketRegion></Bucket></Buckets>
            </ListAllMyBucketsResult>""";

    @Test
    void aBucketWithoutStatusIsUnversioned() {
        try (CannedAws aws = new CannedAws().xml("GET /?", LIST).xml("/b?versioning", "<VersioningConfiguration/>")) {
            assertThat(only(aws)
                            .versioning()
                            .knownTo(versioning -> versioning.state().equals(Versioning.State.UNVERSIONED)))
                    .isTrue();
        }
    }

    @Test
    void mfaDeleteIsRead() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", LIST)
                .xml(
                        "/b?versioning",
                        "<VersioningConfiguration><Status>Enabled</Status><MfaDelete>Enabled</MfaDelete></VersioningConfiguration>")) {
            assertThat(only(aws).versioning().knownTo(Versioning::mfaDelete)).isTrue();
        }
    }

    @Test
    void aRefusalIsUnknownAndNamesTheActionThatIsMissing() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", LIST)
                .answer(
                        "/b?publicAccessBlock",
                        403,
                        "application/xml",
                        "<Error><Code>AccessDenied</Code><Message>no identity-based policy allows it</Message></Error>")) {
            Gap gap = only(aws).publicAccessBlock().unknownBecause().orElseThrow();
            assertThat(gap.cause()).isEqualTo(Gap.Cause.DENIED);
            assertThat(gap.action()).contains("s3:GetBucketPublicAccessBlock");
        }
    }

    @Test
    void neverSetIsOffAndA404WithoutACodeIsUnknown() {
        String path = "/b?publicAccessBlock";
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", LIST)
                .answer(
                        path,
                        404,
                        "application/xml",
                        "<Error><Code>NoSuchPublicAccessBlockConfiguration</Code></Error>")) {
            assertThat(only(aws).publicAccessBlock().knownToBe(PublicAccessBlock.OFF))
                    .isTrue();
            aws.answer(path, 404, "application/xml", "<Error><Code>NoSuchPubl");
            assertThat(only(aws).publicAccessBlock().isKnown()).isFalse();
        }
    }

    private static Bucket only(CannedAws aws) {
        return (Bucket) aws.collect(Bucket.class).resources().get(0);
    }
}
