package io.awsaudit.benchmarks;

import io.awsaudit.benchmarks.Recording.Answer;
import io.awsaudit.benchmarks.Replay.Made;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.proxy.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/** An account that an emulator was asked about once, and that is answered for from memory ever after. */
final class RecordedAccount implements AutoCloseable {
    private static final Map<String, String> CREDENTIALS =
            Map.of("AWS_ACCESS_KEY_ID", "benchmark", "AWS_SECRET_ACCESS_KEY", "benchmark", "AWS_REGION", "us-east-1");

    /** One in so many calls may be unknown to a recording. */
    private static final int MOST_MISSED = 50;

    private final Path checkout;
    private final Path folder;
    private final Replay replay;

    private RecordedAccount(Path checkout, Path folder, Replay replay) {
        this.checkout = checkout;
        this.folder = folder;
        this.replay = replay;
    }

    /** A scan, and what it asked. */
    record Scan(ScanProcess.Run run, List<Made> made, int connections) {
        /** {@return its calls, those that were throttled not counted} */
        long answered() {
            return made.stream().filter(one -> !one.throttled()).count();
        }

        /** {@return how many calls were throttled} */
        long throttled() {
            return made.size() - answered();
        }

        /** {@return the answers, each once} */
        Collection<Answer> answers() {
            return made.stream().map(Made::answer).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** {@return how many calls each service got in each region, as {@code s3@us-east-1}} */
        Map<String, Long> byService() {
            return made.stream()
                    .filter(one -> !one.throttled())
                    .map(one -> one.answer().call())
                    .collect(Collectors.groupingBy(
                            (Call call) -> call.service() + '@' + call.region(), Collectors.counting()));
        }

        /** {@return seconds from the first call that came to the last answer that went} */
        double asking() {
            long first = made.stream().mapToLong(Made::began).min().orElse(0);
            long last = made.stream().mapToLong(Made::ended).max().orElse(0);
            return (last - first) / 1e9;
        }

        /** {@return how many calls were under way at once, at most} */
        int together() {
            Map<Long, Integer> changes = new HashMap<>();
            for (Made one : made) {
                changes.merge(one.began(), 1, Integer::sum);
                changes.merge(one.ended(), -1, Integer::sum);
            }
            int now = 0;
            int most = 0;
            for (Map.Entry<Long, Integer> change : changes.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList()) {
                now += change.getValue();
                most = Math.max(most, now);
            }
            return most;
        }
    }

    /**
     * Opens an account; records it first, if that was not done before or the program asks other things by now.
     *
     * @param name of the recording
     * @param seed makes the account in an empty emulator
     * @param arguments of the scans that are to follow; empty to take a recording as it is
     * @param anew records it in any case
     */
    static RecordedAccount open(
            Path checkout, String name, Consumer<AwsEmulator> seed, List<String> arguments, boolean anew)
            throws IOException, InterruptedException {
        Path folder = checkout.resolve("localstack/target/benchmarks/" + name);
        Path file = folder.resolve("answers.gz");
        if (!anew && Files.exists(file)) {
            RecordedAccount known = new RecordedAccount(checkout, folder, new Replay(Recording.read(file)));
            if (arguments.isEmpty()) {
                return known;
            }
            int calls = known.scan(arguments).made().size(); // which also leaves what makes later starts faster
            List<String> missed = known.replay().missed();
            if (missed.size() * MOST_MISSED < calls) {
                return known;
            }
            System.out.println(missed.size() + " of " + calls + " calls are not recorded, the first: " + missed.get(0));
            known.close();
        }
        record(checkout, folder, seed, arguments).write(file);
        RecordedAccount account = new RecordedAccount(checkout, folder, new Replay(Recording.read(file)));
        account.scan(arguments);
        return account;
    }

    private static Recording record(Path checkout, Path folder, Consumer<AwsEmulator> seed, List<String> arguments)
            throws IOException, InterruptedException {
        try (AwsEmulator emulator = AwsEmulator.start()) {
            long began = System.nanoTime();
            System.out.println("Recording " + emulator.description());
            seed.accept(emulator);
            System.out.printf("Seeded in %.0f s%n", (System.nanoTime() - began) / 1e9);
            // So that no scan waits for it to be made.
            IamClient iam = emulator.client(IamClient.builder(), Region.US_EAST_1);
            while (iam.generateCredentialReport().state() != ReportStateType.COMPLETE) {
                Thread.sleep(100);
            }
            Recording recording = new Recording(Optional.of(emulator.endpoint()));
            try (RecordedAccount account = new RecordedAccount(checkout, folder, new Replay(recording))) {
                account.scan(arguments);
            }
            System.out.printf(
                    "Recorded %,d answers, %.0f s in all%n", recording.size(), (System.nanoTime() - began) / 1e9);
            return recording;
        }
    }

    Replay replay() {
        return replay;
    }

    /** Scans the account once. */
    Scan scan(List<String> arguments) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(CREDENTIALS);
        environment.put("AWS_ENDPOINT_URL", replay.endpoint().toString());
        replay.take();
        replay.takeConnections();
        ScanProcess.Run run = new ScanProcess(checkout, folder, environment).run(arguments);
        return new Scan(run, replay.take(), replay.takeConnections());
    }

    @Override
    public void close() {
        replay.close();
    }
}
