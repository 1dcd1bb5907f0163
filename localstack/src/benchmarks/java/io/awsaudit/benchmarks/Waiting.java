package io.awsaudit.benchmarks;

import io.awsaudit.benchmarks.RecordedAccount.Scan;
import io.awsaudit.benchmarks.Replay.Permitted;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.proxy.Call;
import io.awsaudit.localstack.seed.SeededAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scans an account whose every answer comes late, and says how much of the time was inevitable. */
@Command(
        name = "waiting",
        mixinStandardHelpOptions = true,
        description = {
            "Scans an account in 17 regions whose every answer comes so much later, from memory, and compares the time with the"
                    + " longest chain of calls of which each needs the answer to the one before, and with calls / permitted rate.",
            "The first run records the emulator's answers."
        })
final class Waiting implements Runnable {
    private enum Account {
        DEMO(SeededAccount.DEMO::seed),
        ESTATE(SeededEstate::seed);

        private final Consumer<AwsEmulator> seed;

        Account(Consumer<AwsEmulator> seed) {
            this.seed = seed;
        }
    }

    @Option(
            names = "--account",
            defaultValue = "demo",
            description =
                    "demo: a bit of everything; estate: 6,500 resources of 13 services (default: ${DEFAULT-VALUE})")
    Account account = Account.DEMO;

    @Option(
            names = "--delays",
            split = ",",
            defaultValue = "0,50,200",
            description = "milliseconds added to each call (default: ${DEFAULT-VALUE})")
    List<Integer> delays = List.of();

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "of which the median counts (default: ${DEFAULT-VALUE})")
    int runs;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description =
                    "calls a second that each service permits in each region; 0 for any (default: ${DEFAULT-VALUE})")
    double rate;

    @Option(
            names = "--burst",
            defaultValue = "100",
            description = "calls that it permits at once after some quiet (default: ${DEFAULT-VALUE})")
    double burst;

    @Option(names = "--record", description = "record the answers anew")
    boolean anew;

    @Option(names = "--calls", description = "print how many calls each service got")
    boolean calls;

    @Option(names = "--serve", description = "only answer, with the first of the delays, until Ctrl-C")
    boolean serve;

    @Parameters(paramLabel = "ARGUMENT", description = "of the scan besides, after --")
    List<String> arguments = new ArrayList<>();

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Waiting())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Override
    public void run() {
        List<String> scan = new ArrayList<>(List.of("scan"));
        scan.addAll(arguments);
        try (RecordedAccount recorded = RecordedAccount.open(
                Path.of(System.getProperty("awsaudit.checkout")),
                account.name().toLowerCase(java.util.Locale.ROOT),
                account.seed,
                serve && !anew ? List.of() : scan,
                anew)) {
            if (serve) {
                recorded.replay().delay(Duration.ofMillis(delays.get(0)));
                recorded.replay().permit(rate > 0 ? new Permitted(rate, burst) : Permitted.ALL);
                System.out.println("AWS_ENDPOINT_URL=" + recorded.replay().endpoint());
                Thread.sleep(Long.MAX_VALUE);
            }
            measure(recorded, scan);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure(RecordedAccount recorded, List<String> arguments) throws IOException, InterruptedException {
        recorded.replay().permit(rate > 0 ? new Permitted(rate, burst) : Permitted.ALL);
        List<Call> chain = List.of();
        System.out.printf(
                "%8s %8s %8s %8s %8s %8s %9s %8s %8s %11s %8s %10s %8s %9s%n",
                "delay",
                "wall s",
                "asking s",
                "CPU s",
                "RSS MiB",
                "reports",
                "calls",
                "together",
                "conns",
                "throttled",
                "chain s",
                "calls/rate",
                "x wall",
                "x asking");
        for (int delay : delays) {
            recorded.replay().delay(Duration.ofMillis(delay));
            List<Scan> scans = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                recorded.replay().permit(rate > 0 ? new Permitted(rate, burst) : Permitted.ALL);
                scans.add(recorded.scan(arguments));
            }
            scans.sort(Comparator.comparing(scan -> scan.run().wall()));
            Scan scan = scans.get(scans.size() / 2);
            if (chain.isEmpty()) {
                chain = Dependencies.among(scan.answers()).longest();
            }
            double chained = chain.size() * delay / 1e3;
            double rated = rate > 0
                    ? scan.byService().values().stream()
                            .mapToDouble(count -> Math.max(0, count - burst) / rate)
                            .max()
                            .orElse(0)
                    : 0;
            double inevitable = Math.max(chained, rated);
            double wall = scan.run().wall().toNanos() / 1e9;
            System.out.printf(
                    "%5d ms %8.2f %8.2f %8.2f %8.0f %8.1f %9d %8d %8d %11d %8.2f %10.2f %8s %9s%n",
                    delay,
                    wall,
                    scan.asking(),
                    scan.run().cpu().toMillis() / 1e3,
                    scan.run().peakMiB(),
                    scan.run().reportsMiB(),
                    scan.answered(),
                    scan.together(),
                    scan.connections(),
                    scan.throttled(),
                    chained,
                    rated,
                    ratio(wall, inevitable),
                    ratio(scan.asking(), inevitable));
            if (calls) {
                scan.run().said().stream()
                        .filter(line ->
                                line.matches("aws-audit: (Collected|Judged|Wrote|Written).*|(Collected|Judged).*"))
                        .forEach(System.out::println);
                System.out.println(most(scan));
            }
        }
        if (!recorded.replay().missed().isEmpty()) {
            System.out.println(recorded.replay().missed().size() + " calls were not recorded; --record records anew");
        }
        System.out.println("Longest chain: " + chain.size() + " calls");
        chain.forEach(call -> System.out.println("  " + call.operation() + " in " + call.region()));
    }

    private static String most(Scan scan) {
        return scan.byService().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(15)
                .map(entry -> "  " + entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("\n"));
    }

    private static String ratio(double time, double inevitable) {
        return inevitable == 0 ? "-" : "%.2f".formatted(time / inevitable);
    }
}
