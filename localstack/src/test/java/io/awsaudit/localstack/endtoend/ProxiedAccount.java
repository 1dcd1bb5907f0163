package io.awsaudit.localstack.endtoend;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.localstack.proxy.AwsProxy;
import io.awsaudit.localstack.proxy.FaultPolicy;
import io.awsaudit.reports.Choices;
import io.awsaudit.reports.Reporters;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An account behind a proxy, and scans of it in this process: all that the program does but for its command line. */
final class ProxiedAccount {
    static final Set<String> REGIONS = Set.of("eu-west-1", "us-east-1");

    /** Before all scans, so that ages are the same in each. */
    private static final Instant AS_OF = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static final Catalog CATALOG = Catalog.builtIn();
    private static final List<Check> CHECKS = List.copyOf(CATALOG.checks());

    static {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    /**
     * What came of a scan.
     *
     * @param report findings.json, with the same time in each scan
     * @param called ids of the operations that were called
     */
    record Scan(Inventory inventory, String report, Set<String> called) {
        /** {@return the findings by what identifies them} */
        Map<String, JsonNode> findings() {
            return Findings.of(report).all().stream()
                    .collect(Collectors.toMap(
                            finding -> finding.path("fingerprint").asString(), Function.identity()));
        }
    }

    private final AwsProxy proxy;

    ProxiedAccount(AwsProxy proxy) {
        this.proxy = proxy;
    }

    /** Scans everything that there is a collector for. */
    Scan scan(FaultPolicy faults) {
        return scan(faults, REGIONS, CollectionPlan.everything());
    }

    Scan scan(FaultPolicy faults, Set<String> regions, CollectionPlan plan) {
        proxy.forgetCalls();
        proxy.inject(faults);
        try {
            Inventory inventory = AccountCollection.collect(open(regions), plan, AS_OF, Progress.SILENT);
            return new Scan(inventory, report(inventory), proxy.operationsCalled());
        } finally {
            proxy.inject(FaultPolicy.NONE);
        }
    }

    Connection open(Set<String> regions) {
        return Connection.open(
                new ConnectionSettings(
                        Optional.empty(),
                        Optional.of(proxy.endpoint()),
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        serial -> "",
                        32),
                regions);
    }

    private static String report(Inventory inventory) {
        AuditResult result =
                new Engine(CATALOG, "test").evaluate(inventory, CHECKS, Settings.standard(CATALOG.checks()), List.of());
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        try {
            Reporters.of("json", Choices.PLAIN).orElseThrow().write(result, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return report.toString(StandardCharsets.UTF_8);
    }
}
