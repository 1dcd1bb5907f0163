package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every case of every built-in check, and holds what must be true of all checks. */
class ChecksTest {
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final CaseRunner RUNNER = new CaseRunner(CATALOG);
    private static final List<CaseRunner.Case> CASES = RUNNER.read(Path.of("src/test/resources"));

    @TestFactory
    Stream<DynamicNode> everyCase() {
        return CATALOG.checks().stream()
                .map(check -> dynamicContainer(
                        check.id(),
                        CASES.stream()
                                .filter(example -> example.check().equals(check))
                                .map(example -> dynamicTest(
                                        example.name(),
                                        () -> assertThat(RUNNER.run(example).problems())
                                                .isEmpty()))));
    }

    @Test
    void everyCheckSaysByWhichCommandItIsFixedAndWhichPracticeItServes() {
        assertThat(CATALOG.checks().stream()
                        .filter(check -> check.cli().isEmpty()
                                || check.bestPractice()
                                        .filter(id -> id.matches("(COST|OPS|PERF|REL|SEC|SUS)\\d{2}-BP\\d{2}"))
                                        .isEmpty())
                        .map(Check::id))
                .isEmpty();
    }

    @Test
    void everyCheckHasACaseThatPassesAndOneThatFails() {
        assertThat(CaseRunner.missing(CATALOG.checks(), CASES)).isEmpty();
    }
}
