package io.awsaudit.collectors.lightsail;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.lightsail.Bucket;
import io.awsaudit.inventory.lightsail.Database;
import io.awsaudit.inventory.lightsail.Disk;
import io.awsaudit.inventory.lightsail.Instance;
import io.awsaudit.inventory.lightsail.LoadBalancer;
import io.awsaudit.inventory.lightsail.StaticIp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lightsail, of which moto knows nothing, with AWS's documented responses. */
class LightsailCollectorsTest {
    private static final String TARGET = "Lightsail_20161128.";
    private static final String ARN = "arn:aws:lightsail:us-east-1:111122223333:";

    @Test
    void instancesAreReadToTheLastPageWithWhatTheirFirewallsLetThrough() {
        try (CannedAws aws = new CannedAws()
                .json(TARGET + "GetInstances", """
                        {"instances": [{"name": "web", "arn": "%sInstance/1", "state": {"code": 16, "name": "running"},
                        "tags": [{"key": "Owner", "value": "team"}],
                        "addOns": [{"name": "AutoSnapshot", "status": "Enabled", "snapshotTimeOfDay": "06:00"}],
                        "metadataOptions": {"state": "applied", "httpTokens": "optional", "httpEndpoint": "enabled"},
                        "networking": {"ports": [{"fromPort": 22, "toPort": 22, "protocol": "tcp", "cidrs": ["0.0.0.0/0"],
                        "ipv6Cidrs": ["::/0"], "cidrListAliases": []},
                        {"fromPort": 443, "toPort": 443, "protocol": "tcp", "cidrs": ["203.0.113.7"], "ipv6Cidrs": ["2001:db8::1"]}]}}],
                        "nextPageToken": "more"}""".formatted(ARN))
                .json("\"pageToken\":\"more\"", """
                        {"instances": [{"name": "old", "arn": "%sInstance/2", "state": {"code": 80, "name": "stopped"},
                        "metadataOptions": {"state": "applied", "httpTokens": "optional", "httpEndpoint": "disabled"},
                        "networking": {"ports": [{"fromPort": 22, "toPort": 22, "protocol": "tcp", "cidrListAliases": ["lightsail-connect"]}]}}]}""".formatted(ARN))) {
            List<Instance> instances = aws.collect(Instance.class).resources().stream()
                    .map(Instance.class::cast)
                    .toList();
            assertThat(instances).extracting(Instance::name).containsExactly("web", "old");
            Instance web = instances.get(0);
            assertThat(web.snapshotsMade()).isTrue();
            assertThat(web.givesMetadataWithoutToken()).isTrue();
            assertThat(web.openToEveryone(List.of("22", "3389", "443"))).containsExactly("tcp 22-22");
            assertThat(web.tags()).isEqualTo(Observed.known(Map.of("Owner", "team")));
            Instance old = instances.get(1);
            assertThat(old.snapshotsMade()).isFalse();
            assertThat(old.givesMetadataWithoutToken()).isFalse(); // it gives none
            assertThat(old.openToEveryone(List.of("22"))).isEmpty();
        }
    }

    @Test
    void anInstanceWithoutAFirewallIsAGap() {
        try (CannedAws aws = new CannedAws().json(TARGET + "GetInstances", """
                {"instances": [{"name": "web", "arn": "%sInstance/1", "state": {"code": 16, "name": "running"}}]}""".formatted(ARN))) {
            Inventory inventory = aws.collect(Instance.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .anyMatch(listing -> listing.gap().isPresent());
        }
    }

    @Test
    void databasesSayWhetherTheyArePublicAndBackedUp() {
        try (CannedAws aws = new CannedAws()
                .json(TARGET + "GetRelationalDatabases", """
                        {"relationalDatabases": [{"name": "one", "arn": "%sRelationalDatabase/1", "engine": "mysql", "publiclyAccessible": true,
                        "backupRetentionEnabled": false}], "nextPageToken": "more"}""".formatted(ARN))
                .json("\"pageToken\":\"more\"", """
                        {"relationalDatabases": [{"name": "two", "arn": "%sRelationalDatabase/2", "engine": "postgres",
                        "publiclyAccessible": false, "backupRetentionEnabled": true, "secondaryAvailabilityZone": "us-east-1b"}]}""".formatted(ARN))) {
            List<Database> databases = aws.collect(Database.class).resources().stream()
                    .map(Database.class::cast)
                    .toList();
            assertThat(databases).extracting(Database::publiclyAccessible).containsExactly(true, false);
            assertThat(databases).extracting(Database::backupRetentionEnabled).containsExactly(false, true);
            assertThat(databases.get(0).secondaryZone()).isEmpty();
            assertThat(databases.get(1).secondaryZone()).contains("us-east-1b");
        }
    }

    @Test
    void bucketsSayWhoMayReadThem() {
        try (CannedAws aws = new CannedAws().json(TARGET + "GetBuckets", """
                {"buckets": [{"name": "one", "arn": "%sBucket/1", "accessRules": {"getObject": "private", "allowPublicOverrides": true},
                "objectVersioning": "NeverEnabled"}, {"name": "two", "arn": "%sBucket/2",
                "accessRules": {"getObject": "public", "allowPublicOverrides": false}, "objectVersioning": "Enabled"}]}""".formatted(ARN, ARN))) {
            List<Bucket> buckets = aws.collect(Bucket.class).resources().stream()
                    .map(Bucket.class::cast)
                    .toList();
            assertThat(buckets).extracting(Bucket::isPublic).containsExactly(false, true);
            assertThat(buckets).extracting(Bucket::allowsPublicOverrides).containsExactly(true, false);
            assertThat(buckets).extracting(Bucket::isVersioned).containsExactly(false, true);
        }
    }

    @Test
    void disksAddressesAndLoadBalancersSayWhetherTheyAreUsed() {
        try (CannedAws aws = new CannedAws()
                .json(TARGET + "GetDisks", """
                {"disks": [{"name": "data", "arn": "%sDisk/1", "sizeInGb": 8, "isAttached": false, "state": "available"}]}""".formatted(ARN))
                .json(TARGET + "GetStaticIps", """
                {"staticIps": [{"name": "web", "arn": "%sStaticIp/1", "ipAddress": "203.0.113.7", "isAttached": true, "attachedTo": "web"}]}""".formatted(ARN))
                .json(TARGET + "GetLoadBalancers", """
                {"loadBalancers": [{"name": "web", "arn": "%sLoadBalancer/1", "httpsRedirectionEnabled": true,
                "instanceHealthSummary": [{"instanceName": "web", "instanceHealth": "healthy"}]}]}""".formatted(ARN))) {
            Inventory inventory = aws.collect(Disk.class, StaticIp.class, LoadBalancer.class);
            assertThat(inventory.resources())
                    .anySatisfy(disk -> assertThat(disk)
                            .isInstanceOfSatisfying(
                                    Disk.class,
                                    one -> assertThat(one.isAttached()).isFalse()))
                    .anySatisfy(address -> assertThat(address)
                            .isInstanceOfSatisfying(
                                    StaticIp.class,
                                    one -> assertThat(one.isAttached()).isTrue()))
                    .anySatisfy(balancer -> assertThat(balancer)
                            .isInstanceOfSatisfying(
                                    LoadBalancer.class,
                                    one -> assertThat(one.instances()).isEqualTo(1)));
        }
    }
}
