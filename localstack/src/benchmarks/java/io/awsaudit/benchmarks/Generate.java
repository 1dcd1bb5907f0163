package io.awsaudit.benchmarks;

import io.awsaudit.localstack.estate.Estate;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a snapshot of made-up accounts. */
@Command(
        name = "localstack/benchmark generate",
        description = "Writes a snapshot of made-up accounts, which is the same in each run.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class Generate implements Runnable {
    @Option(names = "--resources", paramLabel = "N", description = "How many there are to be, in all accounts.")
    private long resources = 100_000;

    @Option(names = "--accounts", paramLabel = "N", description = "How many accounts; the first ones are the largest.")
    private int accounts = 10;

    @Option(names = "--regions", paramLabel = "N", description = "How many regions each account has, 1 to 17.")
    private int regions = 4;

    @Option(names = "--seed", paramLabel = "N", description = "Another number gives another snapshot.")
    private long seed = 1;

    @Option(names = "--even", description = "As many of each type as of any other.")
    private boolean even;

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "The snapshot to write.")
    private Path output = Path.of("");

    private Generate() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Generate()).execute(arguments));
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        Estate estate = even
                ? Estate.even(resources, accounts, regions, seed, Checkout.cases())
                : Estate.of(resources, accounts, regions, seed, Checkout.cases());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output), 1 << 16)) {
            estate.write(out);
        } catch (IOException e) {
            throw new CommandLine.ExecutionException(new CommandLine(this), "Cannot write " + output + ": " + e, e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s: %,d resources in %d accounts, %.1f s, %,.0f a second%n",
                output, estate.size(), accounts, seconds, estate.size() / seconds);
    }
}
