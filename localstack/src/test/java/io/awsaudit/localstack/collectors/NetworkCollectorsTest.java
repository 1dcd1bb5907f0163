package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.SecurityGroup;
import io.awsaudit.inventory.ec2.VpcPeeringConnection;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** Collects and judges networks, over HTTP. */
final class NetworkCollectorsTest {
    private static final String EXPOSED = "ec2-instance-admin-ports-not-internet-exposed";

    /** What moto cannot say. */
    private static final String UNKNOWN_TO_MOTO = "ec2-vpc-block-public-access-options-enabled";

    @Test
    void anExposedInstanceShowsTheWayToIt() {
        List<Check> checks = List.of(Catalog.builtIn().check(EXPOSED).orElseThrow());
        Finding finding =
                Collected.judged(Collected.from(Emulators.with(SeededAccount.INSECURE), "us-east-1", checks), checks)
                        .stream()
                        .filter(one -> one.resource().name().equals("insecure-exposed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.evidence())
                .extracting(Evidence::property)
                .containsExactly("public addresses", "open to everyone", "route");
        assertThat(finding.path()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void aCheckIsDecidedOnWhatItsOwnPlanCollects(Check check) {
        List<Check> alone = List.of(check);
        assertThat(Collected.judged(Collected.from(Emulators.with(SeededAccount.HARDENED), "us-east-1", alone), alone))
                .noneMatch(finding -> finding.status() == Verdict.UNKNOWN);
    }

    static Stream<Check> aCheckIsDecidedOnWhatItsOwnPlanCollects() {
        return Catalog.builtIn().checks().stream()
                .filter(check ->
                        check.id().matches("ec2-(flow|internet|network|route|security|subnet|vpc)-.*|" + EXPOSED))
                .filter(check -> !check.id().equals(UNKNOWN_TO_MOTO));
    }

    @Test
    void aPrefixListIsReadForTheGroupThatNamesIt() {
        try (AwsEmulator emulator = Emulators.empty()) {
            Ec2Client ec2 = emulator.client(Ec2Client.builder(), Region.EU_CENTRAL_1);
            String list = ec2.createManagedPrefixList(request -> request.prefixListName("everyone")
                            .addressFamily("IPv4")
                            .maxEntries(2)
                            .entries(AddPrefixListEntry.builder()
                                    .cidr("0.0.0.0/0")
                                    .build()))
                    .prefixList()
                    .prefixListId();
            String group = ec2.createSecurityGroup(
                            request -> request.groupName("listed").description("Test"))
                    .groupId();
            ec2.authorizeSecurityGroupIngress(request -> request.groupId(group)
                    .ipPermissions(IpPermission.builder()
                            .ipProtocol("tcp")
                            .fromPort(22)
                            .toPort(22)
                            .prefixListIds(named -> named.prefixListId(list))
                            .build()));
            SecurityGroup read = Collected.from(
                            emulator, "eu-central-1", CollectionPlan.of(List.of(SecurityGroup.class)))
                    .resources()
                    .stream()
                    .map(SecurityGroup.class::cast)
                    .filter(one -> one.groupName().equals("listed"))
                    .findFirst()
                    .orElseThrow();
            assertThat(read.prefixLists().knownToBe(Map.of(list, List.of(new IpRange("0.0.0.0/0")))))
                    .isTrue();
            assertThat(read.openToEveryIpv4(List.of("22"))).hasSize(1);
        }
    }

    @Test
    void aPeeringIsReadFromBothItsVpcs() {
        try (AwsEmulator emulator = Emulators.empty()) {
            Ec2Client ec2 = emulator.client(Ec2Client.builder(), Region.EU_CENTRAL_1);
            String one = ec2.createVpc(request -> request.cidrBlock("10.30.0.0/16"))
                    .vpc()
                    .vpcId();
            String other = ec2.createVpc(request -> request.cidrBlock("10.31.0.0/16"))
                    .vpc()
                    .vpcId();
            ec2.createVpcPeeringConnection(request -> request.vpcId(one).peerVpcId(other));
            assertThat(Collected.from(emulator, "eu-central-1", CollectionPlan.of(List.of(VpcPeeringConnection.class)))
                            .resources())
                    .singleElement()
                    .satisfies(peering -> {
                        assertThat(((VpcPeeringConnection) peering)
                                        .requesterVpc()
                                        .lastSegment())
                                .isEqualTo(one);
                        assertThat(((VpcPeeringConnection) peering)
                                        .accepterVpc()
                                        .lastSegment())
                                .isEqualTo(other);
                    });
        }
    }
}
