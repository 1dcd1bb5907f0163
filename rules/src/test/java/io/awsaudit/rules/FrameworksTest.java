package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameworksTest {
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final List<Framework.Control> PRACTICES =
            CATALOG.framework("aws-well-architected").orElseThrow().controls();

    @Test
    void aPracticeIsAnsweredByAllChecksThatStateIt() {
        assertThat(practice("REL10-BP01").manual()).isFalse();
        assertThat(practice("REL10-BP01").checks())
                .isEqualTo(CATALOG.checks().stream()
                        .filter(check -> check.bestPractice().equals(Optional.of("REL10-BP01")))
                        .map(Check::id)
                        .sorted()
                        .toList())
                .contains("rds-db-instance-multi-az");
    }

    @Test
    void aPracticeMayNameChecksThatStateAnother() {
        assertThat(practice("COST04-BP05").checks()).contains("s3-bucket-lifecycle-configured");
        assertThat(CATALOG.check("s3-bucket-lifecycle-configured").orElseThrow().bestPractice())
                .hasValue("SUS04-BP03");
    }

    @Test
    void aPracticeThatNoCheckStatesIsForAPerson() {
        assertThat(practice("OPS01-BP01").checks()).isEmpty();
        assertThat(practice("OPS01-BP01").manual()).isTrue();
        assertThat(practice("OPS01-BP01").guidance()).isPresent();
    }

    @Test
    void eachPracticeSaysWhatAPersonAsks() {
        assertThat(PRACTICES)
                .allSatisfy(control -> assertThat(control.guidance()).isPresent());
    }

    @Test
    void eachPracticeThatACheckStatesIsThere() {
        assertThat(CATALOG.checks().stream().flatMap(check -> check.bestPractice().stream()))
                .isSubsetOf(PRACTICES.stream().map(Framework.Control::id).toList());
    }

    @Test
    void noPracticeOfAQuestionIsLeftOut() {
        Map<String, List<Integer>> questions = PRACTICES.stream()
                .collect(Collectors.groupingBy(
                        control -> control.id().substring(0, control.id().indexOf('-')),
                        TreeMap::new,
                        Collectors.mapping(
                                control -> Integer.valueOf(
                                        control.id().substring(control.id().indexOf("BP") + 2)),
                                Collectors.toList())));
        assertThat(questions).hasSize(57);
        questions.forEach((question, practices) -> assertThat(practices)
                .as(question)
                .isEqualTo(IntStream.rangeClosed(1, practices.size()).boxed().toList()));
    }

    @Test
    void aPracticeBelongsToThePillarOfItsId() {
        Map<String, String> pillars = Map.of(
                "OPS", "operational-excellence",
                "SEC", "security",
                "REL", "reliability",
                "PERF", "performance-efficiency",
                "COST", "cost-optimization",
                "SUS", "sustainability");
        assertThat(PRACTICES)
                .allSatisfy(control -> assertThat(control.level())
                        .isEqualTo(pillars.get(control.id().replaceAll("\\d.*", ""))));
    }

    private static Framework.Control practice(String id) {
        return PRACTICES.stream()
                .filter(control -> control.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
