package io.awsaudit.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the JMH benchmarks, and compares them with those of the last release. */
@Command(
        name = "localstack/benchmark jmh",
        description =
                "Runs the JMH benchmarks of evaluation, snapshots and policies; a ratio below 1 is faster than the last release.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class Jmh implements Runnable {
    private static final int COLUMNS = 4;

    @Parameters(arity = "0..1", paramLabel = "PATTERN", description = "Only those whose name matches this expression.")
    private String pattern = ".*";

    @Option(names = "--forks", paramLabel = "N", description = "How many JVMs measure each.")
    private int forks = 1;

    @Option(names = "--warmups", paramLabel = "N", description = "Iterations before those that count.")
    private int warmups = 3;

    @Option(names = "--iterations", paramLabel = "N", description = "Iterations that count.")
    private int iterations = 5;

    @Option(names = "--seconds", paramLabel = "N", description = "How long an iteration takes.")
    private int seconds = 2;

    @Option(names = "--heap", paramLabel = "SIZE", description = "How much memory each JVM has.")
    private String heap = "2g";

    @Option(names = "--save", description = "Keep the results as those of a release, to compare later ones with.")
    private boolean save;

    private record Score(double value, double error, String unit) {}

    private Jmh() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Jmh()).execute(arguments));
    }

    @Override
    public void run() {
        Options options = new OptionsBuilder()
                .include("io[.]awsaudit[.]benchmarks[.].*" + pattern)
                .forks(forks)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(seconds))
                .jvmArgsAppend("-Xmx" + heap)
                .verbosity(VerboseMode.NORMAL)
                .build();
        Map<String, Score> scores = new TreeMap<>();
        try {
            Collection<RunResult> results = new Runner(options).run();
            results.forEach(result -> scores.put(name(result), score(result.getPrimaryResult())));
        } catch (RunnerException e) {
            throw new CommandLine.ExecutionException(new CommandLine(this), e.getMessage(), e);
        }
        Map<String, Score> released = released();
        System.out.printf("%n%-46s %24s %14s %8s%n", "benchmark", "score", "last release", "ratio");
        scores.forEach((name, score) -> {
            Score before = released.get(name);
            System.out.printf(
                    Locale.ROOT,
                    "%-46s %11.2f ± %7.2f %-3s %14s %8s%n",
                    name,
                    score.value(),
                    score.error(),
                    score.unit(),
                    before == null ? "-" : String.format(Locale.ROOT, "%.2f", before.value()),
                    before == null ? "-" : String.format(Locale.ROOT, "%.2f", score.value() / before.value()));
        });
        if (save) {
            released.putAll(scores);
            keep(released);
        }
    }

    private static String name(RunResult result) {
        String[] parts = result.getParams().getBenchmark().split("[.]", -1);
        String params = result.getParams().getParamsKeys().stream()
                .map(key -> result.getParams().getParam(key))
                .collect(Collectors.joining(" "));
        return (parts[parts.length - 2].replace("Benchmark", "") + "." + parts[parts.length - 1] + " " + params)
                .strip();
    }

    private static Score score(Result<?> result) {
        return new Score(
                result.getScore(),
                Double.isNaN(result.getScoreError()) ? 0 : result.getScoreError(),
                result.getScoreUnit().replace("/op", ""));
    }

    private static Path file() {
        return Checkout.root().resolve("localstack/src/benchmarks/baseline/jmh.csv");
    }

    private static Map<String, Score> released() {
        Map<String, Score> scores = new TreeMap<>();
        if (Files.exists(file())) {
            try {
                Files.readAllLines(file()).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(",", COLUMNS))
                        .filter(columns -> columns.length == COLUMNS)
                        .forEach(columns -> scores.put(
                                columns[0],
                                new Score(Double.parseDouble(columns[1]), Double.parseDouble(columns[2]), columns[3])));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return scores;
    }

    private static void keep(Map<String, Score> scores) {
        List<String> lines = new ArrayList<>();
        lines.add("# benchmark, score, error, unit; written by localstack/benchmark jmh --save");
        scores.forEach((name, score) -> lines.add(
                String.format(Locale.ROOT, "%s,%.3f,%.3f,%s", name, score.value(), score.error(), score.unit())));
        try {
            Files.createDirectories(file().getParent());
            Files.write(file(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
