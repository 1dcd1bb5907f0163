package io.awsaudit.collectors.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.Address;
import io.awsaudit.inventory.ec2.EbsDefaults;
import io.awsaudit.inventory.ec2.EbsDefaults.SnapshotBlockPublicAccess;
import io.awsaudit.inventory.ec2.Image;
import io.awsaudit.inventory.ec2.Snapshot;
import io.awsaudit.inventory.ec2.Volume;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of storage and addresses, with AWS's documented responses. */
class StorageCollectorsTest {
    private static final String REFUSAL =
            "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>";

    @Test
    void volumesAreReadToTheLastPageAndDeletedOnesAreNone() {
        try (CannedAws aws = new CannedAws().xml("Action=DescribeVolumes", """
                        <DescribeVolumesResponse><volumeSet><item><volumeId>vol-1</volumeId><size>8</size><snapshotId/>
                        <availabilityZone>us-east-1a</availabilityZone><status>available</status><volumeType>gp3</volumeType>
                        <encrypted>false</encrypted></item></volumeSet><nextToken>more</nextToken></DescribeVolumesResponse>""").xml("NextToken=more", """
                        <DescribeVolumesResponse><volumeSet>
                        <item><volumeId>vol-2</volumeId><size>8</size><availabilityZone>us-east-1a</availabilityZone>
                        <status>in-use</status><volumeType>io2</volumeType><attachmentSet><item>
                        <associatedResource>arn:aws:ecs:us-east-1:111122223333:task/a/b</associatedResource><status>attached</status>
                        </item></attachmentSet></item>
                        <item><volumeId>vol-3</volumeId><size>8</size><availabilityZone>us-east-1a</availabilityZone>
                        <status>deleting</status><volumeType>gp2</volumeType></item>
                        </volumeSet></DescribeVolumesResponse>""")) {
            List<Resource> volumes = aws.collect(Volume.class).resources();
            assertThat(volumes).extracting(Resource::name).containsExactly("vol-1", "vol-2");
            Volume fromNothing = (Volume) volumes.get(0);
            assertThat(fromNothing.snapshot()).isEmpty();
            assertThat(fromNothing.isUnattached()).isTrue();
            Volume ofATask = (Volume) volumes.get(1);
            assertThat(ofATask.attachedTo()).containsExactly(new Arn("arn:aws:ecs:us-east-1:111122223333:task/a/b"));
            assertThat(ofATask.isUnattached()).isFalse();
        }
    }

    @Test
    void whichSnapshotsArePublicTakesNoCallForThoseThatAreNot() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeSnapshots", snapshots("snap-1", "snap-2"))
                .xml("RestorableBy.1=all", snapshots("snap-2"))
                .xml("Action=DescribeSnapshotAttribute", """
                        <DescribeSnapshotAttributeResponse><createVolumePermission><item><group>all</group></item>
                        </createVolumePermission></DescribeSnapshotAttributeResponse>""")) {
            List<Resource> read = aws.collect(Snapshot.class).resources();
            assertThat(read)
                    .extracting(snapshot ->
                            ((Snapshot) snapshot).publiclyRestorable().knownToBe(true))
                    .containsExactly(false, true);
            assertThat(((Snapshot) read.get(0)).publiclyRestorable().knownToBe(false))
                    .isTrue();
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("DescribeSnapshotAttribute"))
                    .hasSize(1);
        }
    }

    @Test
    void aSnapshotSharedWithAnAccountIsNotPublic() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeSnapshots", snapshots("snap-1"))
                .xml("Action=DescribeSnapshotAttribute", """
                        <DescribeSnapshotAttributeResponse><createVolumePermission><item><userId>444455556666</userId></item>
                        </createVolumePermission></DescribeSnapshotAttributeResponse>""")) {
            Snapshot snapshot =
                    (Snapshot) aws.collect(Snapshot.class).resources().get(0);
            assertThat(snapshot.publiclyRestorable().knownToBe(false)).isTrue();
        }
    }

    @Test
    void aRefusalLeavesItUnknownWhetherASnapshotIsPublic() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeSnapshots", snapshots("snap-1"))
                .answer("Action=DescribeSnapshotAttribute", 403, "text/xml", REFUSAL)) {
            Gap gap = ((Snapshot) aws.collect(Snapshot.class).resources().get(0))
                    .publiclyRestorable()
                    .unknownBecause()
                    .orElseThrow();
            assertThat(gap.cause()).isEqualTo(Gap.Cause.DENIED);
            assertThat(gap.action()).contains("ec2:DescribeSnapshotAttribute");
        }
    }

    @Test
    void aRegionWithoutSnapshotsCostsOneCall() {
        try (CannedAws aws = new CannedAws().xml("Action=DescribeSnapshots", snapshots())) {
            assertThat(aws.collect(Snapshot.class).resources()).isEmpty();
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("DescribeSnapshots"))
                    .hasSize(1);
        }
    }

    @Test
    void othersSnapshotsAreLeftOutAndCopiesHaveNoVolume() {
        try (CannedAws aws = new CannedAws().xml("Action=DescribeSnapshots", """
                <DescribeSnapshotsResponse><snapshotSet>
                <item><snapshotId>snap-1</snapshotId><ownerId>111122223333</ownerId><volumeSize>8</volumeSize>
                <volumeId>vol-ffffffff</volumeId></item>
                <item><snapshotId>snap-2</snapshotId><ownerId>amazon</ownerId><volumeSize>8</volumeSize></item>
                </snapshotSet></DescribeSnapshotsResponse>""")) {
            List<Resource> read = aws.collect(Snapshot.class).resources();
            assertThat(read).extracting(Resource::name).containsExactly("snap-1");
            assertThat(((Snapshot) read.get(0)).volume()).isEmpty();
        }
    }

    @Test
    void imagesAreReadToTheLastPage() {
        try (CannedAws aws = new CannedAws().xml("Action=DescribeImages", """
                        <DescribeImagesResponse><imagesSet><item><imageId>ami-1</imageId><imageOwnerId>111122223333</imageOwnerId>
                        <isPublic>true</isPublic><name>golden</name><creationDate>2025-01-01T00:00:00.000Z</creationDate>
                        <lastLaunchedTime>2025-02-01T00:00:00Z</lastLaunchedTime>
                        <blockDeviceMapping><item><ebs><snapshotId>snap-1</snapshotId></ebs></item></blockDeviceMapping>
                        </item></imagesSet><nextToken>more</nextToken></DescribeImagesResponse>""").xml("NextToken=more", """
                        <DescribeImagesResponse><imagesSet><item><imageId>ami-2</imageId><imageOwnerId>111122223333</imageOwnerId>
                        </item></imagesSet></DescribeImagesResponse>""")) {
            List<Resource> images = aws.collect(Image.class).resources();
            assertThat(images).extracting(Resource::name).containsExactly("golden", "ami-2");
            assertThat(((Image) images.get(0)).publicLaunchPermissions()).isTrue();
            assertThat(images.get(0).edges())
                    .extracting(edge -> edge.to().value())
                    .containsExactly("arn:aws:ec2:us-east-1::snapshot/snap-1");
            assertThat(((Image) images.get(1)).publicLaunchPermissions()).isFalse();
            assertThat(((Image) images.get(0)).lastLaunchedTime()).contains(Instant.parse("2025-02-01T00:00:00Z"));
            assertThat(((Image) images.get(1)).lastLaunchedTime()).isEmpty();
        }
    }

    @Test
    void anAddressThatAServiceHoldsSaysSo() {
        try (CannedAws aws = new CannedAws().xml("Action=DescribeAddresses", """
                <DescribeAddressesResponse><addressesSet>
                <item><publicIp>198.51.100.1</publicIp><allocationId>eipalloc-1</allocationId><serviceManaged>alb</serviceManaged></item>
                <item><publicIp>198.51.100.2</publicIp><allocationId>eipalloc-2</allocationId><instanceId/><networkInterfaceId/></item>
                <item><publicIp>198.51.100.3</publicIp><allocationId>eipalloc-3</allocationId><associationId>eipassoc-3</associationId>
                <networkInterfaceId>eni-3</networkInterfaceId></item>
                </addressesSet></DescribeAddressesResponse>""")) {
            List<Resource> addresses = aws.collect(Address.class).resources();
            assertThat(((Address) addresses.get(0)).serviceManaged()).contains("alb");
            assertThat(addresses)
                    .extracting(address -> ((Address) address).isAssociated())
                    .containsExactly(false, false, true);
        }
    }

    @Test
    void ebsDefaultsAreReadSettingBySetting() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=GetEbsEncryptionByDefault", """
                        <GetEbsEncryptionByDefaultResponse><ebsEncryptionByDefault>true</ebsEncryptionByDefault>
                        </GetEbsEncryptionByDefaultResponse>""")
                .answer("Action=GetEbsDefaultKmsKeyId", 403, "text/xml", REFUSAL)
                .xml("Action=GetSnapshotBlockPublicAccessState", """
                        <GetSnapshotBlockPublicAccessStateResponse><state>block-all-sharing</state>
                        </GetSnapshotBlockPublicAccessStateResponse>""")) {
            EbsDefaults defaults =
                    (EbsDefaults) aws.collect(EbsDefaults.class).resources().get(0);
            assertThat(defaults.encryptionByDefault().knownToBe(true)).isTrue();
            assertThat(defaults.defaultKmsKey().isKnown()).isFalse();
            assertThat(defaults.snapshotBlockPublicAccess().knownToBe(SnapshotBlockPublicAccess.BLOCK_ALL_SHARING))
                    .isTrue();
        }
    }

    @Test
    void whereSharingCannotBeBlockedItIsNotAndWhereNobodyMayAskItIsUnknown() {
        String operation = "Action=GetSnapshotBlockPublicAccessState";
        String noSuchAction = REFUSAL.replace("UnauthorizedOperation", "InvalidAction");
        try (CannedAws aws = new CannedAws().answer(operation, 400, "text/xml", noSuchAction)) {
            assertThat(((EbsDefaults) aws.collect(EbsDefaults.class).resources().get(0))
                            .snapshotBlockPublicAccess()
                            .knownToBe(SnapshotBlockPublicAccess.UNBLOCKED))
                    .isTrue();
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(operation))
                    .hasSize(1);
            aws.answer(operation, 403, "text/xml", REFUSAL);
            assertThat(((EbsDefaults) aws.collect(EbsDefaults.class).resources().get(0))
                            .snapshotBlockPublicAccess()
                            .isKnown())
                    .isFalse();
            aws.answer(operation, 500, "text/html", "<html>not implemented</html>");
            assertThat(((EbsDefaults) aws.collect(EbsDefaults.class).resources().get(0))
                            .snapshotBlockPublicAccess()
                            .isKnown())
                    .as("to somebody who is not AWS")
                    .isFalse();
            aws.answer(operation, 401, "text/xml", REFUSAL.replace("UnauthorizedOperation", "AuthFailure"));
            assertThat(((EbsDefaults) aws.collect(EbsDefaults.class).resources().get(0))
                            .snapshotBlockPublicAccess()
                            .isKnown())
                    .as("of a region that is not enabled")
                    .isFalse();
        }
    }

    private static String snapshots(String... ids) {
        StringBuilder items = new StringBuilder("<DescribeSnapshotsResponse><snapshotSet>");
        for (String id : ids) {
            items.append("<item><snapshotId>")
                    .append(id)
                    .append("</snapshotId><ownerId>111122223333</ownerId><volumeSize>8</volumeSize></item>");
        }
        return items.append("</snapshotSet></DescribeSnapshotsResponse>").toString();
    }
}
