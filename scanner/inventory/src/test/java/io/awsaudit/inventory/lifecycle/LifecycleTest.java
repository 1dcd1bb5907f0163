package io.awsaudit.inventory.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aMinorVersionEndsWithItsMajorOne() {
        assertThat(Lifecycle.endOf("rds/postgres", "16.4")).contains(LocalDate.of(2029, 2, 28));
        assertThat(Lifecycle.endOf("rds/postgres", "11.22-RDS.20241121")).contains(LocalDate.of(2024, 2, 29));
        assertThat(Lifecycle.endOf("rds/mysql", "8.0.36")).contains(LocalDate.of(2026, 7, 31));
        assertThat(Lifecycle.endOf("aurora-mysql", "8.0.mysql_aurora.3.05.2")).contains(LocalDate.of(2028, 4, 30));
        assertThat(Lifecycle.endOf("rds/mariadb", "10.11.14")).contains(LocalDate.of(2028, 2, 29));
        assertThat(Lifecycle.endOf("eks", "1.31")).contains(LocalDate.of(2025, 11, 26));
    }

    @Test
    void aNumberIsNoBeginningOfALongerOne() {
        assertThat(Lifecycle.endOf("eks", "1.310")).isEmpty();
        assertThat(Lifecycle.endOf("elasticache/redis", "40.1")).isEmpty();
    }

    @Test
    void theLastDayIsSupported() {
        assertThat(Lifecycle.isOver("rds/mysql", "8.0.36", Instant.parse("2026-07-31T23:59:59Z")))
                .isFalse();
        assertThat(Lifecycle.isOver("rds/mysql", "8.0.36", Instant.parse("2026-08-01T00:00:00Z")))
                .isTrue();
    }

    @Test
    void aRuntimeIsItselfAlone() {
        assertThat(Lifecycle.endOf("lambda", "java8")).contains(LocalDate.of(2024, 1, 8));
        assertThat(Lifecycle.endOf("lambda", "java8.al2")).contains(LocalDate.of(2027, 6, 30));
        assertThat(Lifecycle.endOf("lambda", "provided.al2030")).isEmpty();
        assertThat(Lifecycle.isOver("lambda", "provided.al2030", AS_OF)).isFalse();
        assertThat(Lifecycle.isOver("lambda", "python3.9", AS_OF)).isTrue();
        assertThat(Lifecycle.isOver("lambda", "python3.12", AS_OF)).isFalse();
    }

    @Test
    void whatWasNotAnnouncedHasNotEnded() {
        assertThat(Lifecycle.endOf("elasticache/redis", "7.1")).isEmpty();
        assertThat(Lifecycle.isOver("elasticache/redis", "7.1", Instant.parse("2040-01-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void aNewerVersionThanAnyKnownIsSupported() {
        assertThat(Lifecycle.isOver("rds/postgres", "24.1", AS_OF)).isFalse();
        assertThat(Lifecycle.isOver("eks", "1.99", AS_OF)).isFalse();
        assertThat(Lifecycle.isOver("lambda", "python4.0", AS_OF)).isFalse();
        assertThat(Lifecycle.isOver("opensearch", "OpenSearch_9.1", AS_OF)).isFalse();
        assertThat(Lifecycle.isOver("lambda", "rust1.x", AS_OF)).isFalse();
    }

    @Test
    void anOlderVersionThanAnyKnownHasEnded() {
        assertThat(Lifecycle.isOver("rds/postgres", "9.3.25", AS_OF)).isTrue();
        assertThat(Lifecycle.isOver("elasticache/redis", "3.2.10", AS_OF)).isTrue();
        assertThat(Lifecycle.isOver("eks", "1.10", AS_OF)).isTrue();
        assertThat(Lifecycle.isOver("opensearch", "OpenSearch_0.9", AS_OF)).isTrue();
    }

    @Test
    void aVersionBetweenKnownOnesIsOverWithTheNextNewerOne() {
        assertThat(Lifecycle.isOver("opensearch", "OpenSearch_2.8", AS_OF)).isTrue();
        assertThat(Lifecycle.isOver("opensearch", "OpenSearch_2.10", AS_OF)).isFalse();
        assertThat(Lifecycle.isOver("rds/mysql", "5.8.1", AS_OF)).isFalse();
    }

    @Test
    void whatACompleteListLeavesOutHasEnded() {
        assertThat(Lifecycle.isOver("aurora-mysql/3", "3.04.2", AS_OF)).isFalse();
        assertThat(Lifecycle.isOver("aurora-mysql/3", "3.05.2", AS_OF)).isTrue();
        assertThat(Lifecycle.isOver("aurora-mysql/3", "3.03.1", AS_OF)).isTrue();
        assertThat(Lifecycle.isOver("aurora-mysql/3", "3.08.0", AS_OF)).isFalse();
        assertThat(Lifecycle.isOver("aurora-mysql/3", "3.99.0", AS_OF)).isFalse();
    }

    @Test
    void aProductThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> Lifecycle.isOver("rds/oracle", "19", AS_OF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rds/oracle");
    }

    @Test
    void everyProductNamesItsSourceAndWhenItWasRead() {
        assertThat(Lifecycle.products()).isNotEmpty().allSatisfy((name, product) -> {
            assertThat(product.source()).startsWith("https://docs.aws.amazon.com/");
            assertThat(product.read()).isAfter(LocalDate.of(2025, 1, 1));
            assertThat(product.ends()).isNotEmpty();
        });
    }
}
