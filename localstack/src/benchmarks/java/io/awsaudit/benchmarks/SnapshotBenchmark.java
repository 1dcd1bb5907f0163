package io.awsaudit.benchmarks;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.localstack.estate.Estate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading and writing a snapshot in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SnapshotBenchmark {
    private static final int ACCOUNTS = 4;
    private static final int REGIONS = 3;

    /** How many resources. */
    @Param("10000")
    private long resources;

    private Inventory inventory = new Inventory(
            java.time.Instant.EPOCH, java.util.List.of(), io.awsaudit.inventory.Coverage.NONE, java.util.List.of());

    private byte[] snapshot = {};

    /** Makes the inventory, and a snapshot of it. */
    @Setup
    public void prepare() throws IOException {
        inventory = Estate.of(resources, ACCOUNTS, REGIONS, 1, Checkout.cases()).inventory();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Snapshot.write(inventory, out);
        snapshot = out.toByteArray();
    }

    /** All of it into one inventory. */
    @Benchmark
    public Inventory read() {
        return Snapshot.read(new ByteArrayInputStream(snapshot), "benchmark");
    }

    /** All of it, compressed. */
    @Benchmark
    public int write() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(snapshot.length);
        Snapshot.write(inventory, out);
        return out.size();
    }
}
