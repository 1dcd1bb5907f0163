package io.awsaudit.collectors.memorydb;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.memorydb.Cluster;
import io.awsaudit.inventory.memorydb.SubnetGroup;
import io.awsaudit.inventory.memorydb.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of MemoryDB, with AWS's documented responses. */
class MemoryDbCollectorsTest {
    private static final String API = "AmazonMemoryDB.";

    @Test
    void clustersComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "DescribeClusters",
                        "{\"Clusters\": [" + cluster("one", "available", "") + "], \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"Clusters\": [" + cluster("two", "updating", "") + "," + cluster("gone", "deleting", "")
                                + "]}")
                .json(API + "ListTags", "{\"TagList\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}")) {
            assertThat(aws.collect(Cluster.class).resources())
                    .allMatch(cluster -> cluster.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void aClusterTellsItsZonesListAndSnapshots() {
        try (CannedAws aws = new CannedAws()
                .json(API + "DescribeClusters", "{\"Clusters\": [" + cluster("one", "available", """
                        , "AvailabilityMode": "multiaz", "ACLName": "open-access", "SnapshotRetentionLimit": 7, "Engine": "valkey",
                        "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/k", "AutoMinorVersionUpgrade": true,
                        "SecurityGroups": [{"SecurityGroupId": "sg-1", "Status": "active"}]""") + "]}")
                .json(API + "ListTags", "{\"TagList\": []}")) {
            Cluster cluster = (Cluster) aws.collect(Cluster.class).resources().get(0);
            assertThat(cluster.multiAz()
                            && cluster.tlsEnabled()
                            && cluster.isOpen()
                            && cluster.autoMinorVersionUpgrade())
                    .isTrue();
            assertThat(cluster.snapshotRetentionDays()).isEqualTo(7);
            assertThat(cluster.engine()).contains("valkey");
            assertThat(cluster.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(
                            Relation.ENCRYPTED_BY + " arn:aws:kms:us-east-1:111122223333:key/k",
                            Relation.PROTECTED_BY + " arn:aws:ec2:us-east-1:111122223333:security-group/sg-1");
        }
    }

    @Test
    void aClusterThatTellsNothingHasNoSnapshotsAndOneZone() {
        try (CannedAws aws = new CannedAws()
                .json(API + "DescribeClusters", "{\"Clusters\": [" + cluster("one", "available", "") + "]}")
                .json(API + "ListTags", "{\"TagList\": []}")) {
            Cluster cluster = (Cluster) aws.collect(Cluster.class).resources().get(0);
            assertThat(cluster.multiAz() || cluster.isOpen() || cluster.autoMinorVersionUpgrade())
                    .isFalse();
            assertThat(cluster.snapshotRetentionDays()).isZero();
            assertThat(cluster.kmsKey()).isEmpty();
        }
    }

    @Test
    void usersTellHowTheySignIn() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "DescribeUsers",
                        "{\"Users\": [" + user("default", "no-password") + "], \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"Users\": [" + user("application", "password") + "," + user("robot", "iam") + "]}")
                .json(API + "ListTags", "{\"TagList\": []}")) {
            List<User> users = aws.collect(User.class).resources().stream()
                    .map(User.class::cast)
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
            assertThat(users).extracting(User::authentication).containsExactly("password", "no-password", "iam");
            assertThat(users.get(1).isServiceOwned()).isTrue();
            assertThat(users.get(0).accessControlLists()).containsExactly("applications");
        }
    }

    @Test
    void subnetGroupsNameTheirSubnets() {
        try (CannedAws aws =
                new CannedAws().json(API + "DescribeSubnetGroups", """
                {"SubnetGroups": [{"Name": "private", "ARN": "arn:aws:memorydb:us-east-1:111122223333:subnetgroup/private",
                "Subnets": [{"Identifier": "subnet-1"}]}]}""").json(API + "ListTags", "{\"TagList\": []}")) {
            assertThat(aws.collect(SubnetGroup.class).resources())
                    .singleElement()
                    .satisfies(group -> assertThat(group.edges())
                            .extracting(edge -> edge.relation() + " " + edge.to())
                            .containsExactly(
                                    Relation.CONTAINS + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1"));
        }
    }

    private static String cluster(String name, String status, String members) {
        return """
                {"Name": "%s", "ARN": "arn:aws:memorydb:us-east-1:111122223333:cluster/%s", "Status": "%s", "TLSEnabled": true%s}""".formatted(name, name, status, members);
    }

    private static String user(String name, String authentication) {
        return """
                {"Name": "%s", "ARN": "arn:aws:memorydb:us-east-1:111122223333:user/%s", "Status": "active",
                "ACLNames": ["applications"], "Authentication": {"Type": "%s", "PasswordCount": 0}}""".formatted(name, name, authentication);
    }
}
