package io.awsaudit.collectors.appstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.appstream.Fleet;
import io.awsaudit.inventory.appstream.Stack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AppStream, of which moto knows nothing, with AWS's documented responses. */
class AppStreamCollectorsTest {
    private static final String TARGET = "PhotonAdminProxyService.";
    private static final String ARN = "arn:aws:appstream:us-east-1:111122223333:";

    private static CannedAws aws() {
        return new CannedAws().json(TARGET + "ListTagsForResource", """
                {"Tags": {"Owner": "team"}}""");
    }

    @Test
    void fleetsAreReadToTheLastPageAndWhatWasNeverSetIsOff() {
        try (CannedAws aws = aws().json(TARGET + "DescribeFleets", """
                        {"Fleets": [{"Arn": "%sfleet/one", "Name": "one", "InstanceType": "stream.standard.small", "State": "RUNNING",
                        "FleetType": "ALWAYS_ON", "MaxUserDurationInSeconds": 57600, "DisconnectTimeoutInSeconds": 900,
                        "IdleDisconnectTimeoutInSeconds": 600, "EnableDefaultInternetAccess": true, "Platform": "WINDOWS_SERVER_2022",
                        "IamRoleArn": "arn:aws:iam::111122223333:role/fleet",
                        "VpcConfig": {"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]},
                        "FleetErrors": [{"ErrorCode": "SUBNET_HAS_INSUFFICIENT_IP_ADDRESSES", "ErrorMessage": "none left"}]}],
                        "NextToken": "more"}""".formatted(ARN))
                .json("\"NextToken\":\"more\"", """
                        {"Fleets": [{"Arn": "%sfleet/two", "Name": "two", "State": "STOPPED", "MaxUserDurationInSeconds": 57600,
                        "DisconnectTimeoutInSeconds": 300}]}""".formatted(ARN))) {
            List<Fleet> fleets = aws.collect(Fleet.class).resources().stream()
                    .map(Fleet.class::cast)
                    .toList();
            assertThat(fleets).extracting(Fleet::name).containsExactly("one", "two");
            Fleet one = fleets.get(0);
            assertThat(one.internetAccess()).isTrue();
            assertThat(one.isInVpc()).isTrue();
            assertThat(one.maxSessionSeconds()).isEqualTo(57_600);
            assertThat(one.disconnectSeconds()).isEqualTo(900);
            assertThat(one.keepsIdleSessions(600)).isFalse();
            assertThat(one.errors()).containsExactly("SUBNET_HAS_INSUFFICIENT_IP_ADDRESSES");
            assertThat(one.tags()).isEqualTo(Observed.known(Map.of("Owner", "team")));
            assertThat(one.edges())
                    .containsExactly(
                            new Edge(
                                    one.arn(),
                                    Relation.IN,
                                    new Arn("arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1")),
                            new Edge(
                                    one.arn(),
                                    Relation.PROTECTED_BY,
                                    new Arn("arn:aws:ec2:us-east-1:111122223333:security-group/sg-1")),
                            new Edge(one.arn(), Relation.RUNS_AS, new Arn("arn:aws:iam::111122223333:role/fleet")));
            Fleet two = fleets.get(1);
            assertThat(two.isInVpc()).isFalse();
            assertThat(two.internetAccess()).isFalse();
            assertThat(two.keepsIdleSessions(600)).isTrue();
            assertThat(two.platform()).isEmpty();
        }
    }

    @Test
    void aFleetThatSaysNothingOfItsSessionsIsAGap() {
        try (CannedAws aws = aws().json(TARGET + "DescribeFleets", """
                {"Fleets": [{"Arn": "%sfleet/one", "Name": "one", "State": "RUNNING"}]}""".formatted(ARN))) {
            Inventory inventory = aws.collect(Fleet.class);
            assertThat(inventory.coverage().listings())
                    .anySatisfy(
                            listing -> assertThat(listing.gap().map(Gap::detail).orElse(""))
                                    .contains("MaxUserDurationInSeconds"));
        }
    }

    @Test
    void stacksAreReadToTheLastPageWithWhatUsersMayDo() {
        try (CannedAws aws = aws().json(TARGET + "DescribeStacks", """
                        {"Stacks": [{"Arn": "%sstack/one", "Name": "one", "UserSettings": [{"Action": "FILE_DOWNLOAD", "Permission": "ENABLED"},
                        {"Action": "FILE_UPLOAD", "Permission": "ENABLED"}]}], "NextToken": "more"}""".formatted(ARN))
                .json("\"NextToken\":\"more\"", """
                        {"Stacks": [{"Arn": "%sstack/two", "Name": "two"}]}""".formatted(ARN))) {
            List<Stack> stacks = aws.collect(Stack.class).resources().stream()
                    .map(Stack.class::cast)
                    .toList();
            assertThat(stacks.get(0).waysOut()).containsExactly("FILE_DOWNLOAD");
            assertThat(stacks.get(1).userSettings()).isEmpty();
        }
    }
}
