package io.awsaudit.localstack.endtoend;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.localstack.proxy.AwsProxy;
import io.awsaudit.localstack.proxy.FaultPolicy;
import io.awsaudit.reports.Choices;
import io.awsaudit.reports.Reporters;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Suppressions;
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
import java.util.stream.Stream;
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
     * @param findings by what identifies them
     * @param called ids of the operations that were called
     */
    record Scan(Inventory inventory, String report, Map<String, JsonNode> findings, Set<String> called) {
        /** {@return all that was judged, byte for byte; how often something refused was asked for is left out, for that varies} */
        String judged() {
            return ProxiedAccount.judged(report);
        }

        static Scan of(Inventory inventory, Set<String> called) {
            String report = ProxiedAccount.report(inventory);
            return new Scan(
                    inventory,
                    report,
                    Findings.of(report).all().stream()
                            .collect(Collectors.toMap(
                                    finding -> finding.path("fingerprint").asString(), Function.identity())),
                    called);
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
        Inventory inventory = collect(faults, regions, plan);
        return Scan.of(inventory, proxy.operationsCalled());
    }

    private Inventory collect(FaultPolicy faults, Set<String> regions, CollectionPlan plan) {
        proxy.forgetCalls();
        proxy.inject(faults);
        try {
            return AccountCollection.collect(open(regions), plan, AS_OF, Progress.SILENT);
        } finally {
            proxy.inject(FaultPolicy.NONE);
        }
    }

    /**
     * Scans with those collectors alone that declare one of some operations, and takes all else from an earlier scan: what a
     * collector calls that it does not declare itself is refused then, whoever else declares it.
     */
    Scan scanAgain(FaultPolicy faults, Set<String> operations, Scan earlier) {
        CollectionPlan plan = CollectionPlan.of(operations.stream()
                .flatMap(operation -> collectorsOf(operation).stream())
                .flatMap(collector -> collector.yields().stream())
                .collect(Collectors.toSet()));
        Set<String> types = plan.collectors().stream()
                .flatMap(collector -> collector.yields().stream())
                .map(ResourceTypes::nameOf)
                .collect(Collectors.toSet());
        Inventory now = collect(faults, REGIONS, plan);
        Inventory before = earlier.inventory();
        List<Coverage.Listing> listings = Stream.concat(
                        before.coverage().listings().stream().filter(listing -> !types.contains(listing.type())),
                        now.coverage().listings().stream())
                .toList();
        List<Resource> resources = Stream.concat(
                        before.resources().stream().filter(resource -> !types.contains(resource.type())),
                        now.resources().stream())
                .toList();
        return Scan.of(
                new Inventory(
                        now.asOf(),
                        now.accounts(),
                        new Coverage(listings, now.coverage().calls()),
                        resources),
                proxy.operationsCalled());
    }

    /** {@return the collectors that declare an operation} */
    static Set<Collector<?>> collectorsOf(String operation) {
        return CollectionPlan.everything().collectors().stream()
                .filter(collector -> Stream.concat(
                                collector.listings().stream(),
                                collector.details().stream().map(Detail::operation))
                        .anyMatch(declared -> declared.id().equals(operation)))
                .collect(Collectors.toSet());
    }

    /** {@return what findings.json says from its findings on} */
    static String judged(String report) {
        return report.substring(report.indexOf("\"findings\":["));
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
        AuditResult result = new Engine(CATALOG, "test")
                .evaluate(inventory, CHECKS, Settings.standard(CATALOG.checks()), Suppressions.NONE);
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        try {
            Reporters.of("json", Choices.PLAIN).orElseThrow().write(result, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return report.toString(StandardCharsets.UTF_8);
    }
}
