package io.awsaudit.inventory.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabasesTest {
    @Test
    void enginesRequireTlsByThemselvesFromAVersionOn() {
        assertThat(RequiredTls.byDefault("postgres", "14.18")).isFalse();
        assertThat(RequiredTls.byDefault("postgres", "15.2")).isTrue();
        assertThat(RequiredTls.byDefault("postgres", "9.6.24")).isFalse();
        assertThat(RequiredTls.byDefault("aurora-postgresql", "16.9")).isFalse();
        assertThat(RequiredTls.byDefault("aurora-postgresql", "17.4")).isTrue();
        assertThat(RequiredTls.byDefault("mariadb", "11.4.8")).isFalse();
        assertThat(RequiredTls.byDefault("mariadb", "11.8.3")).isTrue();
        assertThat(RequiredTls.byDefault("mariadb", "10.11.14")).isFalse();
        assertThat(RequiredTls.byDefault("aurora-mysql", "8.0.mysql_aurora.3.10.1"))
                .isFalse();
        assertThat(RequiredTls.byDefault("aurora-mysql", "8.4.mysql_aurora.8.4.7"))
                .isTrue();
        assertThat(RequiredTls.byDefault("mysql", "8.4.6")).isFalse();
        assertThat(RequiredTls.byDefault("sqlserver-se", "16.00.4215.2.v1")).isFalse();
    }

    @Test
    void whatSomebodySetGoesBeforeTheDefault() {
        assertThat(RequiredTls.with(Map.of("rds.force_ssl", "0"), "postgres", "16.4"))
                .isFalse();
        assertThat(RequiredTls.with(Map.of("rds.force_ssl", "1"), "sqlserver-ex", "16.00"))
                .isTrue();
        assertThat(RequiredTls.with(Map.of("require_secure_transport", "ON"), "mysql", "8.0.36"))
                .isTrue();
        assertThat(RequiredTls.with(Map.of("require_secure_transport", "OFF"), "mariadb", "11.8.3"))
                .isFalse();
        assertThat(RequiredTls.with(Map.of("require_secure_transport", "1"), "postgres", "14.1"))
                .isFalse();
    }

    @Test
    void onlyMariaDbSinceTenFiveCanRequireTls() {
        assertThat(RequiredTls.isSetting("mariadb", "10.4.34")).isFalse();
        assertThat(RequiredTls.isSetting("mariadb", "10.5.9")).isTrue();
        assertThat(RequiredTls.isSetting("oracle-ee", "19")).isFalse();
    }

    @Test
    void theGroupsThatAwsMakesHaveADotInTheirName() {
        assertThat(status("default.postgres16").isDefault()).isTrue();
        assertThat(status("default").isDefault()).isFalse();
        assertThat(status("defaults-of-ours").isDefault()).isFalse();
    }

    @Test
    void portsAreThoseOfTheEngine() {
        assertThat(DefaultPort.of("aurora-mysql")).isEqualTo(3306);
        assertThat(DefaultPort.of("postgres")).isEqualTo(5432);
        assertThat(DefaultPort.of("oracle-se2-cdb")).isEqualTo(1521);
        assertThat(DefaultPort.of("custom-sqlserver-ee")).isEqualTo(1433);
        assertThat(DefaultPort.of("db2-ae")).isEqualTo(50000);
        assertThat(DefaultPort.of("something-new")).isEqualTo(-1);
    }

    @Test
    void theExpressEditionHasNoAgent() {
        List<String> logs = List.of("sqlserver/agent", "sqlserver/error", "mysql/error");
        assertThat(LogTypes.of("sqlserver-ee", logs)).containsExactly("agent", "error");
        assertThat(LogTypes.of("sqlserver-ex", logs)).containsExactly("error");
        assertThat(LogTypes.of("aurora-mysql", logs)).isEmpty();
        assertThat(LogTypes.of("aurora", List.of("aurora-mysql/audit"))).containsExactly("audit");
    }

    @Test
    void aMinorVersionOfAuroraMySqlEndsBeforeItsMajorOne() {
        Instant asOf = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(EngineVersion.isMajorOver("aurora-mysql", "8.0.mysql_aurora.3.05.2", asOf))
                .isFalse();
        assertThat(EngineVersion.isOver("aurora-mysql", "8.0.mysql_aurora.3.05.2", asOf))
                .isTrue();
        assertThat(EngineVersion.isOver("aurora-mysql", "8.4.mysql_aurora.8.4.7", asOf))
                .isFalse();
        assertThat(EngineVersion.isOver("oracle-ee", "12.1", asOf)).isFalse();
    }

    @Test
    void aSubscriptionThatReachesNobodyTellsNothing() {
        assertThat(subscription("active", true).tells("failure", "db-instance")).isTrue();
        assertThat(subscription("no-permission", true).tells("failure", "db-instance"))
                .isFalse();
        assertThat(subscription("topic-not-exist", true).tells("failure", "db-instance"))
                .isFalse();
        assertThat(subscription("active", false).tells("failure", "db-instance"))
                .isFalse();
    }

    private static DbParameterGroupStatus status(String name) {
        return new DbParameterGroupStatus(new Arn("arn:aws:rds:us-east-1:111122223333:pg:" + name), "in-sync");
    }

    private static EventSubscription subscription(String status, boolean enabled) {
        return new EventSubscription(
                Identity.untagged(new Arn("arn:aws:rds:us-east-1:111122223333:es:s"), "111122223333", "us-east-1", "s"),
                Optional.empty(),
                enabled,
                status,
                Optional.empty(),
                List.of(),
                List.of());
    }
}
