package io.awsaudit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the packaged program as users run it, by its launcher with its own defaults, and looks at it from outside. */
final class ScanProcess {
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final int TICKS_A_SECOND = 100; // as Linux reports to every process
    private static final int USER_TICKS = 11; // counted from the field after the command's name
    private static final int SYSTEM_TICKS = 12;
    private static final double MIB = 1 << 20;

    /**
     * How a run went.
     *
     * @param peakMiB the most memory that the process had, as Linux counts what is resident; zero elsewhere
     * @param cpu of all its threads; zero elsewhere
     * @param reportsMiB the size of all that it wrote
     */
    record Run(Duration wall, double peakMiB, Duration cpu, double reportsMiB, List<String> said) {}

    private final Path launcher;
    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    /**
     * @param checkout whose distribution is run
     * @param folder where it works: its reports, its cache
     * @param environment by which it reaches its account
     */
    ScanProcess(Path checkout, Path folder, Map<String, String> environment) {
        this.launcher = checkout.resolve("scanner/cli/target/fast/aws-audit/bin/aws-audit");
        this.folder = folder;
        this.environment.putAll(environment);
        this.environment.put("PATH", System.getenv("PATH"));
        this.environment.put("HOME", folder.toString());
        this.environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        this.environment.put("AWS_EC2_METADATA_DISABLED", "true");
        for (String name : List.of("AWS_AUDIT_JAVA_HOME", "JAVA_HOME", "AWS_AUDIT_PROGRAM_OPTS")) {
            String value = System.getenv(name);
            if (value != null) {
                this.environment.put(name.replace("_PROGRAM", ""), value);
            }
        }
    }

    /** Runs it to its end. */
    Run run(List<String> arguments) throws IOException, InterruptedException {
        Path reports = folder.resolve("reports");
        delete(reports);
        Files.createDirectories(folder);
        Path said = folder.resolve("said.txt");
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        command.addAll(List.of("-v", "--output", reports.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        long began = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        long kibibytes = 0;
        long ticks = 0;
        while (!process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            kibibytes = Math.max(kibibytes, highWater(process.pid()));
            ticks = Math.max(ticks, ticks(process.pid()));
            if (System.nanoTime() - began > LIMIT.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("The scan did not end within " + LIMIT.toMinutes() + " minutes");
            }
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - began);
        List<String> lines = Files.readAllLines(said);
        if (process.exitValue() != 1 && process.exitValue() != 0 && process.exitValue() != 4) {
            throw new IllegalStateException(
                    "The scan ended with " + process.exitValue() + ":\n" + String.join("\n", lines));
        }
        return new Run(
                wall, kibibytes / 1024.0, Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND), size(reports) / MIB, lines);
    }

    private static long highWater(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // ended meanwhile, or no Linux
        }
    }

    private static long ticks(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long size(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
