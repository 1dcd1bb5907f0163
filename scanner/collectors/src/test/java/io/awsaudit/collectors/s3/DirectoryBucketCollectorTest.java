package io.awsaudit.collectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.s3.DirectoryBucket;
import io.awsaudit.inventory.s3.LifecycleRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Directory buckets, which the emulator does not have: it answers with buckets of the other kind. */
class DirectoryBucketCollectorTest {
    @Test
    void directoryBucketsComePageByPageAndOtherBucketsAreNone() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "max-directory-buckets",
                        list("one--use1-az4--x-s3", "<ContinuationToken>more</ContinuationToken>"))
                .xml("continuation-token=more", list("two--use1-az4--x-s3", "").replace("<Buckets>", """
                    <Buckets><Bucket><Name>ordinary</Name></Bucket>\
                    """))
                .xml("/one--use1-az4--x-s3?lifecycle", """
                    <LifecycleConfiguration><Rule><ID>old</ID><Status>Enabled</Status><Filter/><Expiration><Days>30</Days>
                    </Expiration></Rule></LifecycleConfiguration>\
                    """)
                .answer(
                        "/two--use1-az4--x-s3?lifecycle",
                        404,
                        "application/xml",
                        "<Error><Code>NoSuchLifecycleConfiguration</Code><Message>none</Message></Error>")) {
            List<DirectoryBucket> buckets = aws.collect(DirectoryBucket.class).resources().stream()
                    .map(DirectoryBucket.class::cast)
                    .toList();
            assertThat(buckets)
                    .extracting(Resource::name)
                    .containsExactly("one--use1-az4--x-s3", "two--use1-az4--x-s3");
            assertThat(buckets.get(0).arn().value())
                    .isEqualTo("arn:aws:s3express:us-east-1:111122223333:bucket/one--use1-az4--x-s3");
            assertThat(buckets.get(0).lifecycle().knownTo(LifecycleRule.IN_FORCE))
                    .isTrue();
            assertThat(buckets.get(1).lifecycle().knownToBe(List.of())).isTrue();
        }
    }

    private static String list(String name, String more) {
        return "<ListAllMyDirectoryBucketsResult><Buckets><Bucket><Name>" + name + "</Name></Bucket></Buckets>" + more
                + "</ListAllMyDirectoryBucketsResult>";
    }
}
