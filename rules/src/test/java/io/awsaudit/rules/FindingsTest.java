package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.InventoryStream;
import io.awsaudit.inventory.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings of the account that the program comes with, which memory is said not to hold. */
class FindingsTest {
    private static final Path SNAPSHOT = Path.of("../scanner/cli/src/main/resources/io/awsaudit/cli/demo.snapshot");
    private static final Suppressions ACCEPTED = new Suppressions(
            List.of(new Suppression(
                    "s3-*", "*", Optional.empty(), Optional.empty(), "by design", "data", Optional.empty())),
            LocalDate.of(2026, 1, 1));
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final Engine ENGINE = new Engine(CATALOG, "test");

    private static Inventory inventory;
    private static AuditResult result;

    @BeforeAll
    static void judge() {
        inventory = Snapshot.read(SNAPSHOT);
        result = ENGINE.evaluate(inventory, checks(), settings(), ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000, 1_000_000})
    void whatIsAddedInAnyOrderIsReadBackEqualAndInOrder(int room) {
        Instant earlier = result.asOf().minusSeconds(86_400);
        List<Finding> some = new ArrayList<>();
        for (Finding finding : result.findings()) {
            switch (finding.status()) {
                case FAIL ->
                    some.add(finding.compared(
                            new Change(Change.State.NEW, Optional.of(Verdict.PASS), "it passed then"), earlier));
                case NOT_APPLICABLE ->
                    some.add(finding.compared(
                            new Change(Change.State.FIXED, Optional.empty(), "it failed then"), earlier.plusNanos(7)));
                case PASS, UNKNOWN, MANUAL -> some.add(finding);
            }
        }
        List<Finding> few = room == 1 ? some.subList(0, 200) : some; // each of which is a run
        List<Finding> mixed = new ArrayList<>(few);
        Collections.shuffle(mixed, new Random(20260102));
        Findings findings = findings(room, mixed);
        assertThat(List.copyOf(findings)).isEqualTo(few);
        assertThat(findings).hasSameSizeAs(few);
        assertThat(findings.get(few.size() - 1)).isEqualTo(few.get(few.size() - 1));
        assertThat(List.copyOf(findings.notable()))
                .isEqualTo(few.stream().filter(Findings::isNotable).toList());
        assertThat(findings.counts().all().of(Verdict.FAIL))
                .isEqualTo(few.stream().filter(Finding::isOpenFailure).count());
        assertThat(findings.notable().stream()
                        .flatMap(finding -> finding.suppression().stream())
                        .distinct())
                .allSatisfy(by -> assertThat(by).isSameAs(ACCEPTED.all().get(0)));
    }

    @Test
    void anyTextIsReadBackEqual() {
        List<Finding> odd = Stream.of(
                        "", "plain", "\u00ff", "\u0100", "\ud83d\ude00", "lone \ud800", "x".repeat(3_000), "\0\n")
                .map(text -> new Finding(
                        "a-b-c",
                        Verdict.FAIL,
                        Severity.LOW,
                        new Finding.Subject(new Arn("arn:" + text), text, text, text, text, Map.of(text, text)),
                        text,
                        List.of(new Evidence(new Arn(text), text, text)),
                        List.of(),
                        List.of(),
                        text,
                        Optional.empty()))
                .sorted(Finding.ORDER)
                .toList();
        assertThat(List.copyOf(findings(2, odd))).isEqualTo(odd);
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder(@TempDir Path folder) throws IOException {
        inTemporaryFolder(folder, () -> {
            Findings findings = findings(100, result.findings());
            assertThat(findings).hasSize(result.findings().size());
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).as("a file without a name").isEmpty();
            }
        });
    }

    @Test
    void aTemporaryFolderThatCannotBeUsedIsNamed(@TempDir Path folder) throws IOException {
        inTemporaryFolder(
                folder.resolve("none"),
                () -> assertThatThrownBy(() -> findings(100, result.findings()))
                        .isInstanceOf(FindingsException.class)
                        .hasMessageContainingAll(
                                "Cannot keep findings in ", "none", "AWS_AUDIT_OPTS=-Djava.io.tmpdir=DIR"));
    }

    /** Whether as many at once as there are processors, or an account's checks in as many shares. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threadsTogetherJudgeAsOneDoes(boolean large) {
        List<Inventory.AccountScope> accounts = new ArrayList<>(inventory.accounts());
        accounts.add(new Inventory.AccountScope("999988887777", "aws", List.of("eu-west-1")));
        Inventory two = new Inventory(inventory.asOf(), accounts, inventory.coverage(), inventory.resources());
        AuditResult one = ENGINE.evaluate(two, checks(), settings(), ACCEPTED);
        try (InventoryStream much = new Much(InventoryStream.of(two), large)) {
            AuditResult together = ENGINE.evaluate(much, checks(), settings(), ACCEPTED);
            assertThat(List.copyOf(together.findings())).isEqualTo(List.copyOf(one.findings()));
            assertThat(together.frameworks()).isEqualTo(one.frameworks());
            assertThat(together.suppressions()).isEqualTo(one.suppressions());
            assertThat(together.inventory()).isEmpty();
        }
    }

    /** Says that there is more than there is. */
    private record Much(InventoryStream real, boolean isLarge) implements InventoryStream {
        @Override
        public Instant asOf() {
            return real.asOf();
        }

        @Override
        public List<Inventory.AccountScope> accounts() {
            return real.accounts();
        }

        @Override
        public Coverage coverage() {
            return real.coverage();
        }

        @Override
        public long resources() {
            return 1_000_000;
        }

        @Override
        public Optional<Account> next() {
            return real.next().map(account -> new Account() {
                @Override
                public String id() {
                    return account.id();
                }

                @Override
                public boolean isLarge() {
                    return isLarge;
                }

                @Override
                public List<io.awsaudit.inventory.Resource> resources() {
                    return account.resources();
                }
            });
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void inTemporaryFolder(Path folder, Action action) throws IOException {
        String before = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", folder.toString());
        try {
            action.run();
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }

    private static List<Check> checks() {
        return CATALOG.checks().stream()
                .filter(check -> check.deprecated().isEmpty())
                .toList();
    }

    private static Settings settings() {
        return Settings.standard(CATALOG.checks());
    }

    private static Findings findings(int room, Iterable<Finding> all) {
        Findings.Builder builder = new Findings.Builder(room);
        all.forEach(builder::add);
        return builder.build();
    }
}
