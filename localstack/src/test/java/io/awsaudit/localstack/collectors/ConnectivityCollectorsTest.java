package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.ClientVpnEndpoint;
import io.awsaudit.inventory.ec2.Instance;
import io.awsaudit.inventory.ec2.LaunchTemplate;
import io.awsaudit.inventory.ec2.NetworkInterface;
import io.awsaudit.inventory.ec2.SpotFleet;
import io.awsaudit.inventory.ec2.TransitGateway;
import io.awsaudit.inventory.ec2.VpcEndpoint;
import io.awsaudit.inventory.ec2.VpnConnection;
import io.awsaudit.inventory.efs.AccessPoint;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Collects and judges ways into networks, and what instances are launched from, over HTTP.
 *
 * <p>moto has no client VPNs, none of the region's defaults but EBS encryption, and keeps neither the tunnels of a VPN nor the
 * volumes of a spot fleet.
 */
final class ConnectivityCollectorsTest {
    private record Expected(String check, String failing) {}

    @ParameterizedTest
    @MethodSource
    void theResourceThatIsNamedForItFails(Expected expected) {
        assertThat(named(Verdict.FAIL, expected.check(), SeededAccount.INSECURE))
                .contains(expected.failing());
        assertThat(named(Verdict.FAIL, expected.check(), SeededAccount.HARDENED))
                .isEmpty();
        assertThat(named(Verdict.UNKNOWN, expected.check(), SeededAccount.HARDENED))
                .isEmpty();
    }

    static Stream<Expected> theResourceThatIsNamedForItFails() {
        return Stream.of(
                new Expected("ec2-instance-hardware-virtualized", "insecure-paravirtual"),
                new Expected("ec2-instance-metadata-hop-limit-low", "insecure-tokens-for-all"),
                new Expected("ec2-instance-single-network-interface", "insecure-two-interfaces"),
                new Expected("ec2-launch-template-imdsv2-required", "insecure-imdsv1"),
                new Expected("ec2-launch-template-no-public-ip", "insecure-public-ip"),
                new Expected("ec2-launch-template-volumes-encrypted", "insecure-unencrypted"),
                new Expected("ec2-network-interface-source-dest-check-enabled", "insecure-forwarding"),
                new Expected("ec2-security-group-all-ports-closed", "insecure-everything-from-anywhere"),
                new Expected("ec2-security-group-authorized-ports-only", "insecure-cifs-from-anywhere"),
                new Expected("ec2-security-group-database-ports-closed", "insecure-database-from-anywhere"),
                new Expected("ec2-security-group-management-ports-closed", "insecure-docker-from-anywhere"),
                new Expected("ec2-security-group-messaging-ports-closed", "insecure-kafka-from-anywhere"),
                new Expected("ec2-security-group-plaintext-ports-closed", "insecure-telnet-from-anywhere"),
                new Expected("ec2-security-group-used", "insecure-unused"),
                new Expected("ec2-transit-gateway-auto-accept-disabled", "insecure-auto-accept"),
                new Expected("ec2-vpc-ec2-endpoint-present", "insecure-vpc"),
                new Expected("ec2-vpc-ecr-api-endpoint-present", "insecure-vpc"),
                new Expected("ec2-vpc-ecr-dkr-endpoint-present", "insecure-vpc"),
                new Expected("ec2-vpc-endpoint-in-several-zones", "insecure-in-one-zone"),
                new Expected("ec2-vpc-ssm-endpoint-present", "insecure-vpc"),
                new Expected("ec2-vpc-ssm-contacts-endpoint-present", "insecure-vpc"),
                new Expected("ec2-vpc-ssm-incidents-endpoint-present", "insecure-vpc"),
                new Expected("ec2-vpc-subnets-in-several-zones", "insecure-in-one-zone"),
                new Expected("ec2-vpn-connection-ikev2-only", "insecure-untold"),
                new Expected("ec2-vpn-connection-logging-enabled", "insecure-untold"),
                new Expected("ec2-vpn-connection-tunnels-up", "insecure-untold"),
                new Expected("efs-access-point-root-directory-enforced", "insecure-whole-file-system"),
                new Expected("efs-access-point-user-enforced", "insecure-any-user"),
                new Expected("efs-file-system-in-several-zones", "insecure-in-one-zone"));
    }

    @Test
    void whatAReadResourceSaysIsWhatItWasMadeWith() {
        List<Resource> resources = all(
                Instance.class,
                LaunchTemplate.class,
                NetworkInterface.class,
                TransitGateway.class,
                VpcEndpoint.class,
                VpnConnection.class,
                AccessPoint.class);
        LaunchTemplate template = only(resources, LaunchTemplate.class, "hardened-template");
        assertThat(template.tags().knownToBe(Map.of("Name", "hardened-template")))
                .isTrue();
        assertThat(template.volumes()).singleElement().satisfies(volume -> {
            assertThat(volume.deviceName()).isEqualTo("/dev/xvda");
            assertThat(volume.encrypted()).contains(true);
        });
        assertThat(template.networkInterfaces())
                .singleElement()
                .satisfies(card -> assertThat(card.associatePublicIpAddress()).contains(false));
        Instance instance = only(resources, Instance.class, "hardened-instance");
        assertThat(resources.stream()
                        .filter(NetworkInterface.class::isInstance)
                        .map(NetworkInterface.class::cast)
                        .filter(card -> card.instance().equals(java.util.Optional.of(instance.arn()))))
                .singleElement()
                .satisfies(card -> {
                    assertThat(instance.networkInterfaces()).containsExactly(card.arn());
                    assertThat(card.securityGroups()).isEqualTo(instance.securityGroups());
                });
        assertThat(only(resources, VpcEndpoint.class, "hardened-ecr.api").subnets())
                .hasSize(2);
        assertThat(only(resources, AccessPoint.class, "hardened-access-point").rootDirectory())
                .isEqualTo("/application");
    }

    @Test
    void whatTheEmulatorDoesNotKnowIsAGapAndNoPass() {
        Inventory inventory = Collected.from(
                Emulators.with(SeededAccount.HARDENED),
                "us-east-1",
                CollectionPlan.of(List.of(ClientVpnEndpoint.class, SpotFleet.class)));
        assertThat(inventory.resources()).isEmpty();
        assertThat(inventory.coverage().listings())
                .filteredOn(listing -> listing.gap().isPresent())
                .extracting(listing -> listing.type())
                .containsExactly("AWS::EC2::ClientVpnEndpoint");
    }

    private static List<String> named(Verdict verdict, String id, SeededAccount account) {
        List<Check> checks = List.of(Catalog.builtIn().check(id).orElseThrow());
        return Collected.judged(Collected.from(Emulators.with(account), "us-east-1", checks), checks).stream()
                .filter(finding -> finding.status() == verdict)
                .map(Finding::resource)
                .map(resource -> resource.name())
                .toList();
    }

    @SafeVarargs
    private static List<Resource> all(Class<? extends Resource>... types) {
        return Collected.from(Emulators.with(SeededAccount.HARDENED), "us-east-1", CollectionPlan.of(List.of(types)))
                .resources();
    }

    private static <R extends Resource> R only(List<Resource> resources, Class<R> type, String name) {
        List<R> matching = resources.stream()
                .filter(resource -> type.isInstance(resource) && resource.name().equals(name))
                .map(type::cast)
                .toList();
        assertThat(matching).as(name).hasSize(1);
        return matching.get(0);
    }
}
