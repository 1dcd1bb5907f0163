package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Gap.Cause;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.dynamodb.Table;
import io.awsaudit.inventory.ec2.Volume;
import io.awsaudit.inventory.kms.Key;
import io.awsaudit.inventory.s3.Bucket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for an answer, and what for none. */
final class ReadsTest {
    private static final String VOLUMES = "Action=DescribeVolumes";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "<!DOCTYPE html><html><body>Sign in</body></html>",
                "<html/>",
                "Service under maintenance",
                "<?xml version=\"1.0\"?><!-- a --><ErrorResponse><Error><Code>Sorry</Code></Error></ErrorResponse>",
                "<Response><Errors><Error><Code>InternalError</Code></Error></Errors></Response>",
                "<Error><Code>AccessDenied</Code></Error>",
                "<DescribeVolumesResponse><volumeSet><item><volumeId>vol-1</volumeId>",
                "<DescribeVolumesResponse",
                "<DescribeVolumesResponse/>",
                "<DescribeVolumesResponse><message>Sorry</message></DescribeVolumesResponse>",
                "<ListUsersResponse><ListUsersResult/></ListUsersResponse>",
                "{}"
            })
    void whatIsNoAnswerIsNoEmptyListing(String body) {
        try (CannedAws aws = new CannedAws().xml(VOLUMES, body)) {
            Inventory inventory = aws.collect(Volume.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(gap(inventory).cause()).isEqualTo(Cause.MALFORMED);
            assertThat(gap(inventory).operation()).isEqualTo("ec2:DescribeVolumes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"message\": \"Sorry\"}",
                "",
                "null",
                "[]",
                "\"TableNames\"",
                "<html></html>",
                "{\"TableNames\": [\"one\"",
                "\u0000\u0001"
            })
    void whatIsNoAnswerInJsonIsNoEmptyListing(String body) {
        try (CannedAws aws = new CannedAws().json("DynamoDB_20120810.ListTables", body)) {
            Inventory inventory = aws.collect(Table.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(gap(inventory).cause()).isEqualTo(Cause.MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<ListAllMyBucketsResult/>", "<!DOCTYPE html><html><body>Sign in</body></html>", "{}"})
    void whatIsNoAnswerOfS3IsNoAccountWithoutBuckets(String body) {
        try (CannedAws aws = new CannedAws().xml("GET /?", body)) {
            Inventory inventory = aws.collect(Bucket.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(gap(inventory).cause()).isEqualTo(Cause.MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html/>", "<BucketLoggingStatus", "{}"})
    void whatIsNoAnswerOfS3IsNoSettingThatWasNeverMade(String body) {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", """
                        <ListAllMyBucketsResult><Buckets><Bucket><Name>some</Name><BucketRegion>us-east-1</BucketRegion>
                        </Bucket></Buckets></ListAllMyBucketsResult>""")
                .xml("GET /some?versioning", body)
                .xml("GET /some?logging", body)) {
            Bucket bucket = (Bucket) aws.collect(Bucket.class).resources().get(0);
            assertThat(bucket.versioning().unknownBecause()).map(Gap::cause).contains(Cause.MALFORMED);
            assertThat(bucket.logging().unknownBecause()).map(Gap::cause).contains(Cause.MALFORMED);
        }
    }

    @Test
    void anEmptyPageIsNotTheEndOfAListing() {
        try (CannedAws aws =
                new CannedAws().xml(VOLUMES, """
                        <DescribeVolumesResponse><volumeSet/><nextToken>two</nextToken></DescribeVolumesResponse>""").xml("NextToken=two", """
                        <DescribeVolumesResponse><volumeSet/><nextToken>three</nextToken></DescribeVolumesResponse>""").xml("NextToken=three", """
                        <DescribeVolumesResponse><volumeSet><item><volumeId>vol-1</volumeId><size>8</size><snapshotId/>
                        <encrypted>true</encrypted></item></volumeSet></DescribeVolumesResponse>""")) {
            Inventory inventory = aws.collect(Volume.class);
            assertThat(inventory.resources()).extracting(Resource::name).containsExactly("vol-1");
            assertThat(inventory.coverage().listings())
                    .allMatch(listing -> listing.gap().isEmpty());
        }
    }

    @Test
    void aPageThatNamesItselfAsTheNextBreaksTheListingOff() {
        try (CannedAws aws = new CannedAws().xml(VOLUMES, """
                        <DescribeVolumesResponse><volumeSet><item><volumeId>vol-1</volumeId><size>8</size><snapshotId/>
                        </item></volumeSet><nextToken>again</nextToken></DescribeVolumesResponse>""")) {
            Inventory inventory = aws.collect(Volume.class);
            assertThat(inventory.resources()).extracting(Resource::name).containsExactly("vol-1");
            assertThat(gap(inventory).cause()).isEqualTo(Cause.MALFORMED);
            assertThat(gap(inventory).detail()).contains("names itself");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(VOLUMES))
                    .hasSize(2);
        }
    }

    @Test
    void aSettingThatTheAnswerLacksIsUnknown() {
        try (CannedAws aws = new CannedAws()
                .json("TrentService.ListKeys", """
                        {"Keys": [{"KeyId": "k", "KeyArn": "arn:aws:kms:us-east-1:111122223333:key/k"}]}""")
                .json("TrentService.ListAliases", """
                        {"Aliases": []}""")
                .json("TrentService.DescribeKey", """
                        {"KeyMetadata": {"KeyId": "k", "KeyManager": "CUSTOMER", "KeyState": "Enabled",
                         "KeySpec": "SYMMETRIC_DEFAULT", "KeyUsage": "ENCRYPT_DECRYPT", "Origin": "AWS_KMS"}}""")
                .json("TrentService.GetKeyPolicy", "{}")
                .json("TrentService.ListResourceTags", """
                        {"Tags": []}""")
                .json("TrentService.GetKeyRotationStatus", "{}")) {
            Key key = (Key) aws.collect(Key.class).resources().get(0);
            assertThat(key.metadata().isKnown()).isTrue();
            assertThat(key.rotation().unknownBecause()).map(Gap::cause).contains(Cause.MALFORMED);
            assertThat(key.policy().unknownBecause()).map(Gap::cause).contains(Cause.MALFORMED);
        }
    }

    @Test
    void aNestedPolicyThatNoParserFollowsIsUnknownAndEndsNothing() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", """
                        <ListAllMyBucketsResult><Buckets><Bucket><Name>deep</Name><BucketRegion>us-east-1</BucketRegion>
                        </Bucket></Buckets></ListAllMyBucketsResult>""")
                .json("GET /deep?policy", "{\"Statement\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")) {
            Inventory inventory = aws.collect(Bucket.class);
            Bucket bucket = (Bucket) inventory.resources().get(0);
            assertThat(bucket.policy().unknownBecause()).map(Gap::cause).contains(Cause.MALFORMED);
            assertThat(inventory.coverage().listings())
                    .allMatch(listing -> listing.gap().isEmpty());
        }
    }

    private static Gap gap(Inventory inventory) {
        return inventory.coverage().listings().stream()
                .map(Coverage.Listing::gap)
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
