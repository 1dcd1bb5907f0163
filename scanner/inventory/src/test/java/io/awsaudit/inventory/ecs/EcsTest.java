package io.awsaudit.inventory.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "root", "root:root", "0", "0:0", "0:1000", "00", ":1000"})
    void thisUserIsRootOrMayBe(String user) {
        assertThat(container(Optional.of(user)).mayBeRoot()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1000:0", "app", "app:root", "rooted", "10"})
    void thisUserIsNotRoot(String user) {
        assertThat(container(Optional.of(user)).mayBeRoot()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ContainerAdministrator",
                "containeradministrator",
                "Administrator",
                "User Manager\\ContainerAdministrator"
            })
    void thisUserIsAdministratorOrMayBe(String user) {
        assertThat(container(Optional.of(user)).mayBeAdministrator()).isTrue();
    }

    @Test
    void withoutAUserTheImageDecides() {
        assertThat(container(Optional.empty()).mayBeRoot()).isTrue();
        assertThat(container(Optional.empty()).mayBeAdministrator()).isTrue();
        assertThat(container(Optional.of("ContainerUser")).mayBeAdministrator()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WINDOWS_SERVER_2019_FULL", "WINDOWS_SERVER_2025_CORE"})
    void anOperatingSystemFamilyOfWindowsIsWindows(String family) {
        assertThat(definition(Optional.of(family), List.of()).isWindows()).isTrue();
    }

    @Test
    void withoutAnOperatingSystemFamilyThePlacementDecides() {
        assertThat(definition(Optional.empty(), List.of("attribute:ecs.os-type == windows"))
                        .isWindows())
                .isTrue();
        assertThat(definition(Optional.empty(), List.of("attribute:ecs.os-type=='Windows'"))
                        .isWindows())
                .isTrue();
        assertThat(definition(Optional.empty(), List.of("attribute:ecs.os-type == linux"))
                        .isWindows())
                .isFalse();
        assertThat(definition(Optional.empty(), List.of()).isWindows()).isFalse();
        assertThat(definition(Optional.of("LINUX"), List.of("attribute:ecs.os-type == windows"))
                        .isWindows())
                .isFalse();
    }

    @Test
    void aPlatformIsBehindWhenItIsFixedToNoneOfTheLatest() {
        assertThat(behind(Optional.of("FARGATE"), List.of(), Optional.of("1.3.0"), Optional.empty()))
                .isTrue();
        assertThat(behind(Optional.empty(), List.of("FARGATE", "own"), Optional.of("1.3.0"), Optional.empty()))
                .isTrue();
        assertThat(behind(Optional.of("FARGATE"), List.of(), Optional.of("1.0.0"), Optional.of("Linux")))
                .isTrue();
        assertThat(behind(Optional.of("FARGATE"), List.of(), Optional.of("1.0.0"), Optional.of("Windows")))
                .isFalse();
        assertThat(behind(Optional.of("FARGATE"), List.of(), Optional.of("LATEST"), Optional.empty()))
                .isFalse();
        assertThat(behind(Optional.of("FARGATE"), List.of(), Optional.empty(), Optional.empty()))
                .isFalse();
        assertThat(behind(Optional.of("EC2"), List.of("own"), Optional.of("1.3.0"), Optional.empty()))
                .isFalse();
    }

    private static boolean behind(
            Optional<String> launchType, List<String> providers, Optional<String> version, Optional<String> family) {
        return new Platform(launchType, providers, version, family).isBehind(List.of("1.4.0"), List.of("1.0.0"));
    }

    private static ContainerDefinition container(Optional<String> user) {
        return new ContainerDefinition(
                "c", user, false, true, Optional.empty(), List.of(), List.of(), OptionalInt.empty());
    }

    private static TaskDefinition definition(Optional<String> family, List<String> constraints) {
        return new TaskDefinition(
                Identity.tagged(
                        new Arn("arn:aws:ecs:us-east-1:111122223333:task-definition/f:1"),
                        "111122223333",
                        "us-east-1",
                        "f:1",
                        Map.of()),
                "f",
                1,
                "ACTIVE",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                family,
                Optional.empty(),
                List.of(),
                constraints,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
