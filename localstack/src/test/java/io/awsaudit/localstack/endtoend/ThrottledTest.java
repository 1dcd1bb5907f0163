package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Operation;
import io.awsaudit.inventory.Gap;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.proxy.AwsProxy;
import io.awsaudit.localstack.proxy.Call;
import io.awsaudit.localstack.proxy.Fault;
import io.awsaudit.localstack.proxy.FaultPolicy;
import io.awsaudit.localstack.proxy.Throttling;
import io.awsaudit.localstack.seed.SeededAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans of an account whose calls AWS throttles. */
final class ThrottledTest {
    /** A call is tried for a minute, and what is throttled then is given up for all that come after. */
    private static final Duration BOUND = Duration.ofSeconds(150);

    private static final String SERVICE = "kms";

    private static AwsProxy proxy;
    private static ProxiedAccount account;
    private static ProxiedAccount.Scan calm;

    /** Takes long, and waits most of the time, so it runs beside the others. */
    private static CompletableFuture<TimedScan> ofServiceThrottledWhole;

    private record TimedScan(ProxiedAccount.Scan scan, Duration time) {}

    @TempDir
    private Path folder;

    /** The same attempts of the same calls in each run, and another of the forms for each. */
    private static final class Share implements FaultPolicy {
        private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
        private final int percent;

        Share(int percent) {
            this.percent = percent;
        }

        @Override
        public Optional<Fault> on(Call call) {
            int attempt = attempts.computeIfAbsent(call.identity(), fresh -> new AtomicInteger())
                    .incrementAndGet();
            Random random = new Random(31L * call.identity().hashCode() + attempt);
            boolean throttled = random.nextInt(100) < percent;
            return throttled
                    ? Optional.of(Throttling.values()[random.nextInt(Throttling.values().length)])
                    : Optional.empty();
        }
    }

    @BeforeAll
    static void scanInPeace() {
        proxy = AwsProxy.remembering(Emulators.with(SeededAccount.DEMO));
        account = new ProxiedAccount(proxy);
        account.scan(FaultPolicy.NONE); // after which there is a credential report
        calm = account.scan(FaultPolicy.NONE);
        ofServiceThrottledWhole = CompletableFuture.supplyAsync(ThrottledTest::scanWithServiceThrottledWhole);
    }

    private static TimedScan scanWithServiceThrottledWhole() {
        try (AwsProxy another = proxy.another()) {
            Instant start = Instant.now();
            ProxiedAccount.Scan scan =
                    new ProxiedAccount(another).scan(FaultPolicy.ofService(SERVICE, Throttling.THROTTLING_EXCEPTION));
            return new TimedScan(scan, Duration.between(start, Instant.now()));
        }
    }

    @AfterAll
    static void stop() {
        proxy.close();
    }

    @Test
    void throttlingOfAThirdOfAllCallsChangesNothing() {
        assertThat(account.scan(new Share(30)).judged()).isEqualTo(calm.judged());
        assertThat(proxy.calls().stream().filter(made -> made.fault().isPresent()))
                .hasSizeGreaterThan(proxy.calls().size() / 5);
    }

    @Test
    void theProgramWritesTheSameFindings() throws IOException {
        String inPeace = findingsOfProgram("calm", FaultPolicy.NONE);
        String throttled = findingsOfProgram("throttled", new Share(30));
        assertThat(ProxiedAccount.judged(throttled)).isEqualTo(ProxiedAccount.judged(inPeace));
    }

    @Test
    void aServiceThatIsThrottledWholeIsUnknownAndTheRestIsAsItWas() {
        assertThat(ofServiceThrottledWhole.join().time()).isLessThan(BOUND);
        ProxiedAccount.Scan throttled = ofServiceThrottledWhole.join().scan();
        assertThat(throttled.inventory().coverage().listings())
                .filteredOn(listing -> listing.type().startsWith("AWS::KMS::"))
                .isNotEmpty()
                .allSatisfy(listing -> assertThat(listing.gap()).get().satisfies(gap -> {
                    assertThat(gap.cause()).isEqualTo(Gap.Cause.THROTTLED);
                    assertThat(gap.operation()).startsWith(SERVICE + ":");
                }));
        Set<String> operations = CollectionPlan.everything().operations().stream()
                .filter(operation -> operation.service().equals(SERVICE))
                .map(Operation::id)
                .collect(Collectors.toSet());
        Loss loss = new Loss(
                operations,
                gap -> gap.path("cause").asString().equals("throttled")
                        && operations.contains(gap.path("operation").asString()));
        assertThat(loss.problems(calm, throttled)).isEmpty();
    }

    /** The file whole, but for the moment that the scan began at. */
    private String findingsOfProgram(String name, FaultPolicy faults) throws IOException {
        proxy.inject(faults);
        try {
            Path reports = folder.resolve(name);
            Program.Run run = Program.in(folder, proxy.environment())
                    .run(
                            "scan",
                            "--regions",
                            "us-east-1,eu-west-1",
                            "--format",
                            "json",
                            "--output",
                            reports.toString());
            assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
            return Files.readString(reports.resolve("findings.json"))
                    .replaceFirst("\"startedAt\"\\s*:\\s*\"[^\"]*\"", "\"startedAt\": \"...\"");
        } finally {
            proxy.inject(FaultPolicy.NONE);
        }
    }
}
