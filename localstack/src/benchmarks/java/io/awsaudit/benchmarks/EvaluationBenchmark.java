package io.awsaudit.benchmarks;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.localstack.estate.Estate;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Suppressions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Judging an inventory in memory by every check. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EvaluationBenchmark {
    private static final int ACCOUNTS = 4;
    private static final int REGIONS = 3;

    /** The account of {@code aws-audit demo}, or a number of made-up resources. */
    @Param({"demo", "10000", "100000"})
    private String inventory = "";

    private final Catalog catalog = Catalog.builtIn();
    private final Engine engine = new Engine(catalog, "benchmark");
    private Inventory judged = new Inventory(
            java.time.Instant.EPOCH, java.util.List.of(), io.awsaudit.inventory.Coverage.NONE, java.util.List.of());

    /** Reads or makes the inventory. */
    @Setup
    public void prepare() throws IOException {
        judged = inventory.equals("demo")
                ? demo()
                : Estate.of(Long.parseLong(inventory), ACCOUNTS, REGIONS, 1, Checkout.cases())
                        .inventory();
    }

    static Inventory demo() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                EvaluationBenchmark.class.getResourceAsStream("/io/awsaudit/cli/demo.snapshot"))) {
            return Snapshot.read(in, "demo");
        }
    }

    /** Every check, on all accounts. */
    @Benchmark
    public AuditResult evaluate() {
        return engine.evaluate(judged, catalog.checks(), Settings.standard(catalog.checks()), Suppressions.NONE);
    }
}
