package io.awsaudit.collectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.s3.Bucket;
import io.awsaudit.inventory.s3.Grant;
import io.awsaudit.inventory.s3.LifecycleRule;
import io.awsaudit.inventory.s3.Notifications;
import io.awsaudit.inventory.s3.ObjectLock;
import io.awsaudit.inventory.s3.PublicAccessBlock;
import io.awsaudit.inventory.s3.ReplicationRule;
import io.awsaudit.inventory.s3.Versioning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Test
    void bucketsComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", LIST.replace("</Buckets>", "</Buckets><ContinuationToken>more</ContinuationToken>"))
                .xml("continuation-token=more", LIST.replace("<Name>b<", "<Name>c<"))) {
            assertThat(aws.collect(Bucket.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("b", "c");
        }
    }

    @Test
    void aLifecycleRuleIsOfTheWholeBucketUnlessSomethingNarrowsIt() {
        try (CannedAws aws = new CannedAws().xml("GET /?", LIST).xml("/b?lifecycle", """
                <LifecycleConfiguration>
                <Rule><ID>old</ID><Prefix></Prefix><Status>Enabled</Status></Rule>
                <Rule><ID>oldfolder</ID><Prefix>a/</Prefix><Status>Enabled</Status></Rule>
                <Rule><ID>all</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status></Rule>
                <Rule><ID>none</ID><Filter></Filter><Status>Enabled</Status></Rule>
                <Rule><ID>folder</ID><Filter><Prefix>a/</Prefix></Filter><Status>Enabled</Status></Rule>
                <Rule><ID>tag</ID><Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter><Status>Enabled</Status></Rule>
                <Rule><ID>size</ID><Filter><ObjectSizeGreaterThan>1</ObjectSizeGreaterThan></Filter><Status>Enabled</Status></Rule>
                <Rule><ID>both</ID><Filter><And><Prefix>a/</Prefix></And></Filter><Status>Enabled</Status></Rule>
                </LifecycleConfiguration>""")) {
            assertThat(only(aws).lifecycle().asOptional().orElseThrow())
                    .filteredOn(LifecycleRule::wholeBucket)
                    .extracting(LifecycleRule::id)
                    .containsExactly("old", "all", "none");
        }
    }

    @Test
    void aPolicyThatCannotBeParsedIsUnknown() {
        try (CannedAws aws =
                new CannedAws().xml("GET /?", LIST).answer("/b?policy", 200, "application/json", "{\"Statement\": 1")) {
            assertThat(only(aws).policy().unknownBecause().orElseThrow().cause())
                    .isEqualTo(Gap.Cause.MALFORMED);
        }
    }

    @Test
    void aBucketThatTellsNobodyAnswersWithNothing() {
        try (CannedAws aws =
                new CannedAws().xml("GET /?", LIST).xml("/b?notification", "<NotificationConfiguration/>")) {
            assertThat(only(aws).notifications().knownToBe(Notifications.NONE)).isTrue();
            aws.xml("/b?notification", """
                    <NotificationConfiguration><TopicConfiguration><Topic>arn:aws:sns:us-east-1:111122223333:t</Topic>
                    <Event>s3:ObjectRemoved:*</Event><Event>s3:ObjectCreated:*</Event></TopicConfiguration>
                    <CloudFunctionConfiguration><CloudFunction>arn:aws:lambda:us-east-1:111122223333:function:f</CloudFunction>
                    <Event>s3:ObjectCreated:*</Event></CloudFunctionConfiguration></NotificationConfiguration>""");
            assertThat(only(aws)
                            .notifications()
                            .knownToBe(new Notifications(false, List.of("s3:ObjectCreated:*", "s3:ObjectRemoved:*"))))
                    .isTrue();
            aws.xml(
                    "/b?notification",
                    "<NotificationConfiguration><EventBridgeConfiguration/></NotificationConfiguration>");
            assertThat(only(aws).notifications().knownTo(Notifications::eventBridge))
                    .isTrue();
        }
    }

    @Test
    void objectLockIsOffWhereItWasNeverSet() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", LIST)
                .answer(
                        "/b?object-lock",
                        404,
                        "application/xml",
                        "<Error><Code>ObjectLockConfigurationNotFoundError</Code></Error>")) {
            assertThat(only(aws).objectLock().knownToBe(ObjectLock.OFF)).isTrue();
            aws.xml("/b?object-lock", """
                    <ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention>
                    <Mode>COMPLIANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>""");
            assertThat(only(aws).objectLock().knownToBe(new ObjectLock(true, Optional.of("COMPLIANCE"))))
                    .isTrue();
        }
    }

    @Test
    void replicationIsNoneWhereItWasNeverSet() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", LIST)
                .answer(
                        "/b?replication",
                        404,
                        "application/xml",
                        "<Error><Code>ReplicationConfigurationNotFoundError</Code></Error>")) {
            assertThat(only(aws).replication().knownToBe(List.of())).isTrue();
            aws.xml("/b?replication", """
                    <ReplicationConfiguration><Role>arn:aws:iam::111122223333:role/r</Role>
                    <Rule><ID>on</ID><Status>Enabled</Status><Destination><Bucket>arn:aws:s3:::copy</Bucket></Destination></Rule>
                    <Rule><ID>off</ID><Status>Disabled</Status><Destination><Bucket>arn:aws:s3:::old</Bucket></Destination></Rule>
                    </ReplicationConfiguration>""");
            assertThat(only(aws)
                            .replication()
                            .knownToBe(List.of(
                                    new ReplicationRule("on", true, new Arn("arn:aws:s3:::copy")),
                                    new ReplicationRule("off", false, new Arn("arn:aws:s3:::old")))))
                    .isTrue();
            assertThat(only(aws).replicas()).containsExactly(new Arn("arn:aws:s3:::copy"));
            aws.answer("/b?replication", 403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
            assertThat(only(aws).replication().unknownBecause().orElseThrow().action())
                    .contains("s3:GetReplicationConfiguration");
        }
    }

    @Test
    void objectLockIsNotAskedForWithoutVersioning() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", LIST)
                .xml(
                        "/b?versioning",
                        "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>")) {
            assertThat(only(aws).objectLock().knownToBe(ObjectLock.OFF)).isTrue();
            assertThat(aws.requests()).noneMatch(request -> request.contains("?object-lock"));
            aws.xml("/b?versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
            assertThat(only(aws).objectLock().isKnown()).isFalse();
            assertThat(aws.requests()).anyMatch(request -> request.contains("?object-lock"));
        }
    }

    @Test
    void anAccessControlListThatIsDisabledIsThatOfTheOwnerAndNotAskedFor() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", LIST.replace("<Buckets>", "<Owner><ID>owner</ID></Owner><Buckets>"))
                .xml("/b?ownershipControls", ownership("BucketOwnerEnforced"))) {
            assertThat(only(aws).acl().knownToBe(List.of(new Grant("owner", "FULL_CONTROL"))))
                    .isTrue();
            assertThat(aws.requests()).noneMatch(request -> request.contains("?acl"));
            aws.xml("/b?ownershipControls", ownership("BucketOwnerPreferred"));
            assertThat(only(aws).acl().isKnown()).isFalse();
            assertThat(aws.requests()).anyMatch(request -> request.contains("?acl"));
        }
    }

    private static String ownership(String value) {
        return "<OwnershipControls><Rule><ObjectOwnership>" + value + "</ObjectOwnership></Rule></OwnershipControls>";
    }

    @Test
    void regionsThatTheListingDoesNotSayAreReadFromListingsByRegion() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", buckets("a", "b", "c"))
                .xml("bucket-region=us-east-1", buckets("a", "c"))
                .xml("bucket-region=us-west-2", buckets("b"))) {
            assertThat(aws.collect(Bucket.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("a", "c");
            assertThat(aws.requests()).noneMatch(request -> request.contains("?location"));
        }
    }

    @Test
    void aBucketThatNoListingHasIsAskedWhereItIs() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", buckets("a", "b", "left-out"))
                .xml("bucket-region=us-east-1", buckets("a"))
                .xml("bucket-region=us-west-2", buckets("b"))
                .xml("/left-out?location", "<LocationConstraint/>")) {
            assertThat(aws.collect(Bucket.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("a", "left-out");
        }
    }

    @Test
    void regionsAreReadOfEachBucketWhereListingsByRegionAreAllTheSame() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /?", buckets("a", "b", "c"))
                .xml("?location", "<LocationConstraint>eu-west-1</LocationConstraint>")
                .xml("/b?location", "<LocationConstraint/>")) {
            assertThat(aws.collect(Bucket.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("b");
        }
    }

    private static String buckets(String... names) {
        return Stream.of(names)
                .map(name -> "<Bucket><Name>" + name + "</Name></Bucket>")
                .collect(Collectors.joining(
                        "", "<ListAllMyBucketsResult><Buckets>", "</Buckets></ListAllMyBucketsResult>"));
    }

    private static Bucket only(CannedAws aws) {
        return (Bucket) aws.collect(Bucket.class).resources().get(0);
    }
}
