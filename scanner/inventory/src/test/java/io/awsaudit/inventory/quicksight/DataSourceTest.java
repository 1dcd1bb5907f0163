package io.awsaudit.inventory.quicksight;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.abc123.eu-west-1.rds.amazonaws.com",
                "SHOP.cluster-ro-abc123.eu-west-1.RDS.amazonaws.com.",
                "shop.abc123.cn-north-1.rds.amazonaws.com.cn",
                "shop.abc123.eu-west-1.redshift.amazonaws.com",
                "shop.111122223333.eu-west-1.redshift-serverless.amazonaws.com"
            })
    void aServerThatAwsNamesIsInAVpc(String host) {
        assertThat(source("POSTGRESQL", host, null, false).isInVpc()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.example.com",
                "shop.rds.amazonaws.com.example.com",
                "rds.amazonaws.com",
                "shop.eu-west-1.elb.amazonaws.com",
                "203.0.113.7"
            })
    void anyOtherServerMayBeAnywhere(String host) {
        assertThat(source("POSTGRESQL", host, null, false).isInVpc()).isFalse();
    }

    @Test
    void auroraRedshiftAndInstancesByNameAreInAVpc() {
        assertThat(source("AURORA", "db.example.com", null, false).isInVpc()).isTrue();
        assertThat(source("REDSHIFT", "db.example.com", null, false).isInVpc()).isTrue();
        assertThat(source("MYSQL", null, "shop", false).isInVpc()).isTrue();
        assertThat(source("MYSQL", null, null, false).isInVpc()).isFalse();
    }

    @Test
    void aDatabaseThatARoleSignsInToStaysADatabase() {
        assertThat(source("REDSHIFT", null, "shop", true).takesPassword()).isFalse();
        assertThat(source("REDSHIFT", null, "shop", true).isDatabase()).isTrue();
        assertThat(source("REDSHIFT", null, "shop", false).takesPassword()).isTrue();
        assertThat(source("TRINO", null, null, false).takesPassword()).isFalse();
        assertThat(source("TRINO", null, null, false).isDatabase()).isTrue();
        assertThat(source("ATHENA", null, null, false).isDatabase()).isFalse();
    }

    private static DataSource source(
            String type, @Nullable String host, @Nullable String instance, boolean passwordless) {
        Identity identity = Identity.untagged(
                new Arn("arn:aws:quicksight:us-east-1:111122223333:datasource/a"), "111122223333", "us-east-1", "a");
        return new DataSource(
                identity,
                type,
                "CREATION_SUCCESSFUL",
                false,
                Optional.ofNullable(host),
                Optional.ofNullable(instance),
                Optional.empty(),
                Optional.empty(),
                passwordless);
    }
}
