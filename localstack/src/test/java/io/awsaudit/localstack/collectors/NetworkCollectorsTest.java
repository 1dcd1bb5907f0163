package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.FlowLog;
import io.awsaudit.inventory.ec2.Instance;
import io.awsaudit.inventory.ec2.InternetGateway;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.NatGateway;
import io.awsaudit.inventory.ec2.NetworkAcl;
import io.awsaudit.inventory.ec2.RouteTable;
import io.awsaudit.inventory.ec2.SecurityGroup;
import io.awsaudit.inventory.ec2.Subnet;
import io.awsaudit.inventory.ec2.Vpc;
import io.awsaudit.inventory.ec2.VpcEndpoint;
import io.awsaudit.inventory.ec2.VpcPeeringConnection;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** Collects and judges what a seed put into the emulator, over HTTP. */
final class NetworkCollectorsTest {
    private static final List<Class<? extends Resource>> TYPES = List.of(
            FlowLog.class,
            InternetGateway.class,
            NatGateway.class,
            NetworkAcl.class,
            RouteTable.class,
            SecurityGroup.class,
            Subnet.class,
            Vpc.class,
            VpcEndpoint.class,
            VpcPeeringConnection.class);

    private static AwsEmulator emulator;
    private static Inventory insecure;

    @BeforeAll
    static void start() {
        emulator = AwsEmulator.start();
        emulator.reset();
        SeededAccount.INSECURE.seed(emulator);
        insecure = collect("us-east-1", types());
        emulator.reset();
        SeededAccount.HARDENED.seed(emulator);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void everyCheckFailsInTheInsecureRegionButThoseThatTheEmulatorCannotExpress() {
        Set<String> failing = findings(insecure).stream()
                .filter(finding -> finding.status() == Verdict.FAIL)
                .map(Finding::checkId)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(failing)
                .containsExactlyElementsOf(checks().stream()
                        .map(Check::id)
                        .filter(id -> !id.equals("ec2-route-table-routes-alive")) // its routes never die
                        .toList());
    }

    @Test
    void noCheckFailsInTheHardenedRegionAndAllAreDecided() {
        List<Finding> findings = findings(collect("us-east-1", types()));
        assertThat(findings)
                .filteredOn(finding -> finding.status() == Verdict.FAIL || finding.status() == Verdict.UNKNOWN)
                .isEmpty();
        assertThat(findings)
                .filteredOn(finding -> finding.status() == Verdict.PASS)
                .extracting(Finding::checkId)
                .contains(
                        "ec2-vpc-nat-gateway-in-several-zones",
                        "ec2-vpc-s3-gateway-endpoint-present",
                        "ec2-security-group-default-closed");
    }

    @Test
    void anExposedInstanceShowsTheWayToIt() {
        Finding finding = findings(insecure).stream()
                .filter(one -> one.checkId().equals("ec2-instance-admin-ports-not-internet-exposed"))
                .filter(one -> one.resource().name().equals("insecure-exposed"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.evidence())
                .extracting(Evidence::property)
                .containsExactly("public addresses", "open to everyone", "route");
        assertThat(finding.path()).isNotEmpty();
    }

    @Test
    void aCheckIsDecidedOnWhatItsOwnPlanCollects() {
        Catalog catalog = Catalog.builtIn();
        for (Check check : checks()) {
            Inventory inventory = AccountCollection.collect(
                    connection("us-east-1"),
                    CollectionPlan.of(catalog.typesOf(List.of(check)), catalog.componentsOf(List.of(check))),
                    Instant.now(),
                    Progress.SILENT);
            assertThat(new Engine(catalog, "test")
                            .evaluate(inventory, List.of(check), Settings.standard(catalog.checks()), List.of())
                            .findings())
                    .as(check.id())
                    .noneMatch(finding -> finding.status() == Verdict.UNKNOWN);
        }
    }

    @Test
    void aPrefixListIsReadForTheGroupThatNamesIt() {
        Ec2Client ec2 = emulator.client(Ec2Client.builder(), Region.EU_CENTRAL_1);
        String list = ec2.createManagedPrefixList(request -> request.prefixListName("everyone")
                        .addressFamily("IPv4")
                        .maxEntries(2)
                        .entries(AddPrefixListEntry.builder().cidr("0.0.0.0/0").build()))
                .prefixList()
                .prefixListId();
        String vpc = ec2.createVpc(request -> request.cidrBlock("10.32.0.0/16"))
                .vpc()
                .vpcId();
        String group = ec2.createSecurityGroup(
                        request -> request.vpcId(vpc).groupName("listed").description("Test"))
                .groupId();
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(group)
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(22)
                        .toPort(22)
                        .prefixListIds(named -> named.prefixListId(list))
                        .build()));
        SecurityGroup read = collect("eu-central-1", List.of(SecurityGroup.class)).resources().stream()
                .map(SecurityGroup.class::cast)
                .filter(one -> one.groupName().equals("listed"))
                .findFirst()
                .orElseThrow();
        assertThat(read.prefixLists().knownToBe(Map.of(list, List.of(new IpRange("0.0.0.0/0")))))
                .isTrue();
        assertThat(read.openToEveryIpv4(List.of("22"))).hasSize(1);
    }

    @Test
    void aPeeringIsReadFromBothItsVpcs() {
        Ec2Client ec2 = emulator.client(Ec2Client.builder(), Region.EU_CENTRAL_1);
        String one = ec2.createVpc(request -> request.cidrBlock("10.30.0.0/16"))
                .vpc()
                .vpcId();
        String other = ec2.createVpc(request -> request.cidrBlock("10.31.0.0/16"))
                .vpc()
                .vpcId();
        ec2.createVpcPeeringConnection(request -> request.vpcId(one).peerVpcId(other));
        assertThat(collect("eu-central-1", List.of(VpcPeeringConnection.class)).resources())
                .singleElement()
                .satisfies(peering -> {
                    assertThat(((VpcPeeringConnection) peering).requesterVpc().lastSegment())
                            .isEqualTo(one);
                    assertThat(((VpcPeeringConnection) peering).accepterVpc().lastSegment())
                            .isEqualTo(other);
                });
    }

    private static Collection<Class<? extends Resource>> types() {
        return Stream.concat(TYPES.stream(), Catalog.builtIn().typesOf(checks()).stream())
                .distinct()
                .toList();
    }

    private static List<Finding> findings(Inventory inventory) {
        Catalog catalog = Catalog.builtIn();
        return new Engine(catalog, "test")
                .evaluate(inventory, checks(), Settings.standard(catalog.checks()), List.of())
                .findings();
    }

    private static List<Check> checks() {
        return Catalog.builtIn().checks().stream()
                .filter(check -> TYPES.contains(check.resource())
                        || check.resource() == Instance.class
                                && Catalog.builtIn().typesOf(List.of(check)).contains(SecurityGroup.class))
                .toList();
    }

    private static Inventory collect(String region, Collection<? extends Class<? extends Resource>> types) {
        return AccountCollection.collect(connection(region), CollectionPlan.of(types), Instant.now(), Progress.SILENT);
    }

    private static Connection connection(String region) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        return Connection.open(
                new ConnectionSettings(
                        Optional.empty(),
                        Optional.of(emulator.endpoint()),
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        serial -> "",
                        8),
                Set.of(region));
    }
}
