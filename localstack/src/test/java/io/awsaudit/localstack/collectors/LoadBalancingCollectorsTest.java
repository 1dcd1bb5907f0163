package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.acm.Certificate;
import io.awsaudit.inventory.autoscaling.AutoScalingGroup;
import io.awsaudit.inventory.autoscaling.LaunchConfiguration;
import io.awsaudit.inventory.elasticloadbalancingv2.Listener;
import io.awsaudit.inventory.elasticloadbalancingv2.TargetGroup;
import io.awsaudit.inventory.route53.HostedZone;
import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Collects and judges load balancers, what they show and what finds them, over HTTP. moto knows no load balancer on an Outpost,
 * no listener of a gateway, no certificate that failed and no group that names attributes of instances.
 */
final class LoadBalancingCollectorsTest {
    private static final List<Class<? extends Resource>> TYPES = List.of(
            io.awsaudit.inventory.elasticloadbalancing.LoadBalancer.class,
            io.awsaudit.inventory.elasticloadbalancingv2.LoadBalancer.class,
            Listener.class,
            TargetGroup.class,
            Certificate.class,
            HostedZone.class,
            AutoScalingGroup.class,
            LaunchConfiguration.class);

    @Test
    void allOfThemIsRead() {
        Inventory inventory =
                Collected.from(Emulators.with(SeededAccount.INSECURE), "us-east-1", CollectionPlan.of(TYPES));
        assertThat(inventory.coverage().calls())
                .allSatisfy(calls -> assertThat(calls.refusals()).isEmpty());
        assertThat(inventory.resources().stream().map(Resource::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(TYPES));
        assertThat(inventory.resources())
                .allSatisfy(resource -> assertThat(InventoryJson.mapper().writeValueAsString(resource))
                        .doesNotContain("$unknown"));
    }

    @Test
    void eachOfTheInsecureAccountFailsForWhatItIsNamedFor() {
        Map<String, Set<String>> failures = failures(SeededAccount.INSECURE);
        assertThat(failures)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry(
                                "acm-certificate-in-use",
                                Set.of(
                                        "insecure-unused.example.com",
                                        "insecure-ends-soon.example.com",
                                        "insecure-short-key.example.com")),
                        Map.entry("acm-certificate-not-expiring", Set.of("insecure-ends-soon.example.com")),
                        Map.entry("acm-certificate-rsa-key-strong", Set.of("insecure-short-key.example.com")),
                        Map.entry("autoscaling-auto-scaling-group-tagged", Set.of("insecure-untagged")),
                        Map.entry("autoscaling-group-below-limit", Set.of("insecure-at-its-limit")),
                        Map.entry("autoscaling-group-can-grow", Set.of("insecure-always-one-instance")),
                        Map.entry("autoscaling-group-capacity-rebalanced", Set.of("insecure-spot-not-rebalanced")),
                        Map.entry("autoscaling-group-processes-not-suspended", Set.of("insecure-suspended")),
                        Map.entry(
                                "autoscaling-group-several-instances",
                                Set.of("insecure-always-one-instance", "insecure-at-its-limit")),
                        Map.entry(
                                "elasticloadbalancing-load-balancer-has-instances",
                                Set.of("insecure-without-instances")),
                        Map.entry(
                                "elasticloadbalancing-load-balancer-several-instances",
                                Set.of("insecure-one-instance")),
                        Map.entry(
                                "elasticloadbalancingv2-load-balancer-cross-zone-enabled",
                                Set.of("insecure-within-zones")),
                        Map.entry(
                                "elasticloadbalancingv2-load-balancer-has-listeners",
                                Set.of(
                                        "insecure-deletable",
                                        "insecure-keeps-invalid-headers",
                                        "insecure-open-to-desync",
                                        "insecure-single-zone",
                                        "insecure-within-zones",
                                        "insecure-without-access-logs")),
                        Map.entry("route53-hosted-zone-used", Set.of("insecure-not-logged.example.com")),
                        Map.entry("autoscaling-group-elb-health-check-enabled", Set.of("insecure-ec2-health-checks")),
                        Map.entry("autoscaling-group-instance-types-current", Set.of("insecure-old-types")),
                        Map.entry("autoscaling-group-launch-template-used", Set.of("insecure-launch-configuration")),
                        Map.entry("autoscaling-group-multiple-availability-zones", Set.of("insecure-single-zone")),
                        Map.entry(
                                "autoscaling-group-multiple-instance-types",
                                Set.of("insecure-one-instance-type", "insecure-launch-configuration")),
                        Map.entry(
                                "autoscaling-launch-configuration-imdsv2-required", Set.of("insecure-without-imdsv2")),
                        Map.entry(
                                "autoscaling-launch-configuration-instance-type-current", Set.of("insecure-old-type")),
                        Map.entry("autoscaling-launch-configuration-no-public-ip", Set.of("insecure-public-addresses")),
                        Map.entry(
                                "elasticloadbalancing-load-balancer-access-logs-enabled",
                                Set.of("insecure-without-access-logs")),
                        Map.entry(
                                "elasticloadbalancing-load-balancer-acm-certificate-used",
                                Set.of("insecure-certificate-of-iam")),
                        Map.entry(
                                "elasticloadbalancing-load-balancer-connection-draining-enabled",
                                Set.of("insecure-without-draining")),
                        Map.entry(
                                "elasticloadbalancing-load-balancer-cross-zone-enabled",
                                Set.of("insecure-within-zones")),
                        Map.entry(
                                "elasticloadbalancing-load-balancer-desync-mitigated",
                                Set.of("insecure-open-to-desync")),
                        Map.entry("elasticloadbalancing-load-balancer-listeners-encrypted", Set.of("insecure-plain")),
                        Map.entry(
                                "elasticloadbalancing-load-balancer-multiple-availability-zones",
                                Set.of("insecure-single-zone")),
                        Map.entry("elasticloadbalancing-load-balancer-tls-policy-current", Set.of("insecure-old-tls")),
                        Map.entry(
                                "elasticloadbalancingv2-listener-acm-certificate-used",
                                Set.of("insecure-certificate-of-iam HTTPS:443")),
                        Map.entry(
                                "elasticloadbalancingv2-listener-encrypted",
                                Set.of("insecure-plain HTTP:80", "insecure-rule-serves-http HTTP:80")),
                        Map.entry(
                                "elasticloadbalancingv2-listener-http-redirected",
                                Set.of("insecure-plain HTTP:80", "insecure-rule-serves-http HTTP:80")),
                        Map.entry(
                                "elasticloadbalancingv2-listener-tls-policy-current",
                                Set.of("insecure-old-tls HTTPS:443")),
                        Map.entry(
                                "elasticloadbalancingv2-load-balancer-access-logs-enabled",
                                Set.of("insecure-without-access-logs")),
                        Map.entry(
                                "elasticloadbalancingv2-load-balancer-deletion-protected",
                                Set.of("insecure-deletable")),
                        Map.entry(
                                "elasticloadbalancingv2-load-balancer-desync-mitigated",
                                Set.of("insecure-open-to-desync")),
                        Map.entry(
                                "elasticloadbalancingv2-load-balancer-invalid-headers-dropped",
                                Set.of("insecure-keeps-invalid-headers")),
                        Map.entry(
                                "elasticloadbalancingv2-load-balancer-multiple-availability-zones",
                                Set.of("insecure-single-zone")),
                        Map.entry(
                                "elasticloadbalancingv2-load-balancer-tls-requests-logged",
                                Set.of("insecure-tls-not-logged")),
                        Map.entry(
                                "elasticloadbalancingv2-load-balancer-watched", // nobody watches any
                                Set.of(
                                        "insecure-certificate-of-iam",
                                        "insecure-deletable",
                                        "insecure-keeps-invalid-headers",
                                        "insecure-old-tls",
                                        "insecure-open-to-desync",
                                        "insecure-plain",
                                        "insecure-rule-serves-http",
                                        "insecure-single-zone",
                                        "insecure-tls-not-logged",
                                        "insecure-within-zones",
                                        "insecure-without-access-logs")),
                        Map.entry("elasticloadbalancingv2-target-group-encrypted", Set.of("insecure-plain-http")),
                        Map.entry(
                                "elasticloadbalancingv2-target-group-health-check-encrypted",
                                Set.of("insecure-plain-health-check")),
                        Map.entry(
                                "route53-hosted-zone-query-logging-enabled",
                                Set.of("insecure-not-logged.example.com")))));
    }

    @Test
    void nothingFailsInTheHardenedAccount() {
        assertThat(failures(SeededAccount.HARDENED)).isEmpty();
        assertThat(findings(SeededAccount.HARDENED))
                .extracting(Finding::status)
                .contains(Verdict.PASS, Verdict.NOT_APPLICABLE);
        assertThat(findings(SeededAccount.HARDENED))
                .filteredOn(finding -> finding.status() == Verdict.UNKNOWN)
                .extracting(Finding::checkId)
                .containsExactly("shield-hosted-zone-protected"); // moto cannot say whether there is a subscription
    }

    @Test
    void nothingIsAskedForThatNoCheckReads() {
        assertThat(Collected.from(
                                Emulators.with(SeededAccount.HARDENED),
                                "us-east-1",
                                List.of(Catalog.builtIn()
                                        .check("elasticloadbalancingv2-load-balancer-deletion-protected")
                                        .orElseThrow()))
                        .coverage()
                        .calls())
                .extracting(Coverage.Calls::operation)
                .contains(
                        "elasticloadbalancingv2:DescribeLoadBalancers",
                        "elasticloadbalancingv2:DescribeLoadBalancerAttributes")
                .doesNotContain(
                        "elasticloadbalancingv2:DescribeListeners",
                        "elasticloadbalancingv2:DescribeTags",
                        "elasticloadbalancing:DescribeLoadBalancers");
    }

    private static Map<String, Set<String>> failures(SeededAccount account) {
        return findings(account).stream()
                .filter(finding -> finding.status() == Verdict.FAIL)
                .collect(Collectors.groupingBy(
                        finding -> finding.checkId(),
                        TreeMap::new,
                        Collectors.mapping(
                                finding -> finding.resource().name(), Collectors.toCollection(TreeSet::new))));
    }

    private static List<Finding> findings(SeededAccount account) {
        List<Check> checks = Catalog.builtIn().checks().stream()
                .filter(check -> TYPES.contains(check.resource()))
                .toList();
        return Collected.judged(Collected.from(Emulators.with(account), "us-east-1", checks), checks);
    }
}
