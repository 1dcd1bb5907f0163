package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.apigateway.RestApi;
import io.awsaudit.inventory.apigateway.Stage;
import io.awsaudit.inventory.cloudfront.Distribution;
import io.awsaudit.inventory.wafv2.WebAcl;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Collects what stands between visitors and applications, of seeded accounts, over HTTP, and judges it. */
final class EdgeCollectorsTest {
    private static final Set<String> SERVICES = Set.of("apigateway", "apigatewayv2", "cloudfront", "wafv2");

    /** What fails even in the hardened account: moto keeps no client certificate of a stage. */
    private static final Set<String> NEVER_PASS = Set.of("apigateway-stage-client-certificate-set");

    @Test
    void everyCheckFailsInTheInsecureAccountAndNamesWhatIsWrong() {
        List<Finding> findings = findings(SeededAccount.INSECURE);
        Map<String, Set<String>> failed = findings.stream()
                .filter(finding -> finding.status() == Verdict.FAIL)
                .collect(Collectors.groupingBy(
                        Finding::checkId,
                        Collectors.mapping(
                                finding -> finding.resource().name(), Collectors.toCollection(TreeSet::new))));
        assertThat(failed.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        checks().stream().map(Check::id).toList());
        assertThat(failed.get("cloudfront-distribution-origin-buckets-exist"))
                .containsExactly("insecure-bucket-missing.example.com");
        assertThat(failed.get("cloudfront-distribution-sni-used"))
                .containsExactly("insecure-dedicated-addresses.example.com");
        assertThat(failed.get("cloudfront-distribution-viewers-encrypted"))
                .containsExactly("insecure-bare.example.com", "insecure-plain-http-under-one-path.example.com");
        assertThat(failed.get("cloudfront-distribution-waf-associated")).containsExactly("insecure-bare.example.com");
        assertThat(failed.get("cloudfront-distribution-access-logs-enabled"))
                .containsExactly("insecure-bare.example.com");
        assertThat(failed.get("apigateway-rest-api-methods-authorized"))
                .containsExactly("insecure-open", "insecure-private-for-any-endpoint");
        assertThat(failed.get("apigateway-stage-cache-encrypted")).containsExactly("insecure-cache-in-the-clear/prod");
        assertThat(failed.get("apigateway-stage-execution-logging-enabled"))
                .containsExactly("insecure-one-method-not-logged/prod", "insecure-open/prod");
        assertThat(failed.get("apigateway-stage-waf-associated")).containsExactly("insecure-open/prod");
        assertThat(failed.get("apigatewayv2-route-authorized"))
                .containsExactly("insecure-http GET /open", "insecure-websocket $connect");
        assertThat(failed.get("wafv2-web-acl-not-empty")).containsExactly("insecure-empty", "insecure-empty-edge");
    }

    @Test
    void nothingFailsInTheHardenedAccountButWhatTheEmulatorForgets() {
        List<Finding> findings = findings(SeededAccount.HARDENED);
        assertThat(findings.stream()
                        .filter(finding ->
                                finding.status() != Verdict.PASS && finding.status() != Verdict.NOT_APPLICABLE)
                        .map(finding -> finding.checkId() + " " + finding.status())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        NEVER_PASS.stream().map(check -> check + " FAIL").toList());
        Set<String> passed = findings.stream()
                .filter(finding -> finding.status() == Verdict.PASS)
                .map(Finding::checkId)
                .collect(Collectors.toSet());
        assertThat(passed)
                .contains(
                        "cloudfront-distribution-access-logs-enabled",
                        "cloudfront-distribution-key-groups-required",
                        "cloudfront-distribution-tls-policy-recommended",
                        "apigateway-domain-name-tls-policy-recommended",
                        "apigateway-rest-api-methods-authorized",
                        "apigateway-stage-cache-encrypted",
                        "apigateway-stage-waf-associated",
                        "apigatewayv2-integration-private-encrypted",
                        "apigatewayv2-route-authorized",
                        "apigatewayv2-stage-execution-logging-enabled",
                        "wafv2-rule-group-metrics-enabled",
                        "wafv2-web-acl-logging-enabled");
    }

    @Test
    void whatTheListingsHoldCostsNoCallOfItsOwn() {
        Inventory inventory = Collected.from(
                Emulators.with(SeededAccount.INSECURE),
                "us-east-1",
                List.of(check("cloudfront-distribution-viewers-encrypted"), check("apigateway-stage-tracing-enabled")));
        assertThat(inventory.coverage().calls())
                .extracting(Coverage.Calls::operation)
                .contains("cloudfront:ListDistributions", "apigateway:GetRestApis", "apigateway:GetStages")
                .doesNotContain(
                        "cloudfront:GetDistributionConfig",
                        "cloudfront:ListTagsForResource",
                        "logs:DescribeDeliverySources",
                        "apigateway:GetResources",
                        "apigatewayv2:GetApis");
    }

    @Test
    void whatWasSeededIsRead() {
        Inventory inventory = Collected.from(Emulators.with(SeededAccount.HARDENED), "us-east-1", checks());
        Distribution delivered = only(inventory, Distribution.class, "hardened-distribution-with-delivery.example.com");
        assertThat(delivered.config().asOptional().orElseThrow().logBucket()).isEmpty();
        assertThat(delivered.logDeliveries().asOptional().orElseThrow()).hasSize(1);
        assertThat(only(inventory, RestApi.class, "hardened-private").privateEndpoint())
                .isTrue();
        assertThat(only(inventory, Stage.class, "hardened-rest/prod").webAcl())
                .contains(only(inventory, WebAcl.class, "hardened-web-acl").arn());
        assertThat(only(inventory, WebAcl.class, "hardened-web-acl")
                        .definition()
                        .map(known -> known.rules().size()))
                .isEqualTo(Observed.known(1));
    }

    private static List<Finding> findings(SeededAccount account) {
        return Collected.judged(Collected.from(Emulators.with(account), "us-east-1", checks()), checks());
    }

    private static List<Check> checks() {
        return Catalog.builtIn().checks().stream()
                .filter(check -> SERVICES.contains(check.service()))
                .filter(check ->
                        !check.rule().equals("tagged")) // one rule for all services, proven by others' resources
                .toList();
    }

    private static Check check(String id) {
        return Catalog.builtIn().check(id).orElseThrow();
    }

    private static <R extends io.awsaudit.inventory.Resource> R only(Inventory inventory, Class<R> type, String name) {
        return inventory.resources().stream()
                .filter(resource ->
                        resource.getClass() == type && resource.name().equals(name))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
