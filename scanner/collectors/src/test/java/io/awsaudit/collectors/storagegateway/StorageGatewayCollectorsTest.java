package io.awsaudit.collectors.storagegateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.storagegateway.FileShare;
import io.awsaudit.inventory.storagegateway.Gateway;
import io.awsaudit.inventory.storagegateway.Volume;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Storage Gateway, of which moto knows nothing, with AWS's documented responses. */
class StorageGatewayCollectorsTest {
    private static final String TARGET = "StorageGateway_20130630.";
    private static final String ARN = "arn:aws:storagegateway:us-east-1:111122223333:";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static CannedAws gateways() {
        return new CannedAws()
                .json(TARGET + "ListGateways", """
                {"Gateways": [{"GatewayARN": "%sgateway/sgw-1", "GatewayId": "sgw-1", "GatewayName": "office",
                "GatewayType": "FILE_S3", "GatewayOperationalState": "ACTIVE"}], "Marker": "more"}""".formatted(ARN))
                .json("\"Marker\":\"more\"", """
                {"Gateways": [{"GatewayARN": "%sgateway/sgw-2", "GatewayId": "sgw-2", "GatewayType": "CACHED"}]}""".formatted(ARN));
    }

    @Test
    void gatewaysAreReadToTheLastPageWithWhatTheyAreSetTo() {
        try (CannedAws aws = gateways()
                .json(TARGET + "DescribeGatewayInformation", """
                        {"GatewayId": "sgw-2", "GatewayState": "RUNNING", "SoftwareUpdatesEndDate": "2025-06-30T00:00:00Z"}""")
                .json("{\"GatewayARN\":\"" + ARN + "gateway/sgw-1\"}", """
                        {"GatewayId": "sgw-1", "GatewayState": "RUNNING", "CloudWatchLogGroupARN": "arn:aws:logs:us-east-1:111122223333:log-group:g",
                        "DeprecationDate": "2027-01-01", "Tags": [{"Key": "Owner", "Value": "team"}]}""")) {
            List<Gateway> gateways = aws.collect(Gateway.class).resources().stream()
                    .map(Gateway.class::cast)
                    .toList();
            assertThat(gateways).extracting(Gateway::name).containsExactly("office", "sgw-2");
            assertThat(gateways.get(0).information())
                    .isEqualTo(Observed.known(new Gateway.Information(
                            Optional.of(new Arn("arn:aws:logs:us-east-1:111122223333:log-group:g")),
                            Optional.of(LocalDate.of(2027, 1, 1)),
                            Optional.empty())));
            assertThat(gateways.get(0).tags()).isEqualTo(Observed.known(Map.of("Owner", "team")));
            assertThat(gateways).extracting(Gateway::logsNothing).containsExactly(false, true);
            assertThat(gateways).extracting(gateway -> gateway.isOutdated(NOW)).containsExactly(false, true);
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("DescribeGatewayInformation"))
                    .hasSize(2);
        }
    }

    @Test
    void ofAGatewayThatIsNotConnectedNoMoreIsKnownThanThatItIsThere() {
        try (CannedAws aws =
                gateways().answer(TARGET + "DescribeGatewayInformation", 400, "application/x-amz-json-1.1", """
                        {"__type": "InvalidGatewayRequestException", "message": "The specified gateway is not connected."}""")) {
            assertThat(aws.collect(Gateway.class).resources())
                    .hasSize(2)
                    .allMatch(gateway -> !((Gateway) gateway).information().isKnown()
                            && !gateway.tags().isKnown()
                            && !((Gateway) gateway).logsNothing());
        }
    }

    @Test
    void anEndThatIsNoDayIsNotUnderstood() {
        try (CannedAws aws = gateways().json(TARGET + "DescribeGatewayInformation", """
                        {"GatewayId": "sgw-2", "DeprecationDate": "soon"}""")) {
            assertThat(aws.collect(Gateway.class).resources())
                    .allMatch(gateway -> !((Gateway) gateway).information().isKnown());
        }
    }

    @Test
    void sharesAreDescribedByKind() {
        try (CannedAws aws = new CannedAws()
                .json(TARGET + "ListFileShares", """
                        {"FileShareInfoList": [{"FileShareType": "NFS", "FileShareARN": "%sshare/share-1", "FileShareId": "share-1",
                        "GatewayARN": "%sgateway/sgw-1"}], "NextMarker": "more"}""".formatted(ARN, ARN))
                .json("\"Marker\":\"more\"", """
                        {"FileShareInfoList": [{"FileShareType": "SMB", "FileShareARN": "%sshare/share-2", "FileShareId": "share-2",
                        "GatewayARN": "%sgateway/sgw-1"}, {"FileShareType": "SMB", "FileShareARN": "%sshare/share-3",
                        "FileShareId": "share-3", "GatewayARN": "%sgateway/sgw-1"}]}""".formatted(ARN, ARN, ARN, ARN))
                .json(TARGET + "DescribeNFSFileShares", """
                        {"NFSFileShareInfoList": [{"FileShareARN": "%sshare/share-1", "ClientList": ["0.0.0.0/0"],
                        "ObjectACL": "public-read", "KMSKey": "arn:aws:kms:us-east-1:111122223333:key/1",
                        "Tags": [{"Key": "Owner", "Value": "team"}]}]}""".formatted(ARN))
                .json(TARGET + "DescribeSMBFileShares", """
                        {"SMBFileShareInfoList": [{"FileShareARN": "%sshare/share-2", "Authentication": "GuestAccess",
                        "ObjectACL": "private"}]}""".formatted(ARN))) {
            List<FileShare> shares = aws.collect(FileShare.class).resources().stream()
                    .map(FileShare.class::cast)
                    .toList();
            assertThat(shares).extracting(FileShare::name).containsExactly("share-1", "share-2", "share-3");
            assertThat(shares).extracting(FileShare::admitsEverybody).containsExactly(true, false, false);
            assertThat(shares).extracting(FileShare::admitsGuests).containsExactly(false, true, false);
            assertThat(shares).extracting(FileShare::isUnaudited).containsExactly(false, true, false);
            assertThat(shares).extracting(FileShare::writesForStrangers).containsExactly(true, false, false);
            assertThat(shares.get(0).tags()).isEqualTo(Observed.known(Map.of("Owner", "team")));
            assertThat(shares.get(0).edges())
                    .contains(new Edge(
                            shares.get(0).arn(),
                            Relation.ENCRYPTED_BY,
                            new Arn("arn:aws:kms:us-east-1:111122223333:key/1")));
            assertThat(shares.get(2).settings().isKnown()).isFalse(); // which the description leaves out
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("DescribeSMBFileShares"))
                    .hasSize(1);
        }
    }

    @Test
    void volumesAreReadToTheLastPageThoseWithoutAGatewayToo() {
        try (CannedAws aws = new CannedAws()
                .json(TARGET + "ListTagsForResource", """
                        {"ResourceARN": "x", "Tags": [{"Key": "Owner", "Value": "team"}]}""")
                .json(TARGET + "ListVolumes", """
                        {"VolumeInfos": [{"VolumeARN": "%sgateway/sgw-1/volume/vol-1", "VolumeId": "vol-1", "GatewayARN": "%sgateway/sgw-1",
                        "VolumeType": "CACHED", "VolumeAttachmentStatus": "ATTACHED"}], "Marker": "more"}""".formatted(ARN, ARN))
                .json("\"Marker\":\"more\"", """
                        {"VolumeInfos": [{"VolumeARN": "%svolume/vol-2", "VolumeId": "vol-2", "VolumeType": "STORED",
                        "VolumeAttachmentStatus": "DETACHED"}]}""".formatted(ARN))) {
            List<Volume> volumes = aws.collect(Volume.class).resources().stream()
                    .map(Volume.class::cast)
                    .toList();
            assertThat(volumes).extracting(Volume::name).containsExactlyInAnyOrder("vol-1", "vol-2");
            assertThat(volumes)
                    .filteredOn(Volume::isDetached)
                    .extracting(Volume::name)
                    .containsExactly("vol-2");
            assertThat(volumes)
                    .allSatisfy(volume -> assertThat(volume.tags()).isEqualTo(Observed.known(Map.of("Owner", "team"))));
        }
    }
}
