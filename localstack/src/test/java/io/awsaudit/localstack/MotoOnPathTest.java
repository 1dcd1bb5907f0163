package io.awsaudit.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MotoOnPathTest {
    @TempDir
    Path directory;

    @Test
    void servesTheMotoOfTheInterpreterThatTheScriptNames() throws Exception {
        String python =
                new MotoVirtualEnvironment(WorkDirectory.path()).interpreter().command();
        try (RunningEmulator running = onPath("#!" + python + "\n").start()) {
            assertThat(EmulatorKind.at(running.endpoint())).contains(EmulatorKind.MOTO);
            assertThat(running.description()).contains(MotoPins.version());
        }
    }

    @Test
    void anEmptyPathHasNone() {
        MotoOnPath source = new MotoOnPath(directory + File.pathSeparator, directory);
        assertThatThrownBy(source::start).hasMessage("there is none");
    }

    @Test
    void aShellScriptOfThatNameIsPassedOver() throws IOException {
        assertThatThrownBy(onPath("#!/usr/bin/env bash\nexec pyenv exec moto_server\n")::start)
                .isInstanceOf(EmulatorUnavailableException.class)
                .hasMessageEndingWith("moto_server is not a Python script");
    }

    @Test
    void anotherMinorVersionIsPassedOver() throws IOException {
        Path python = executable("python3", "#!/bin/sh\necho 4.0.1\n");
        assertThatThrownBy(onPath("#!" + python + "\n")::start)
                .isInstanceOf(EmulatorUnavailableException.class)
                .hasMessageContaining("is moto 4.0.1, and the accounts are made for " + MotoPins.version());
    }

    @Test
    void aPatchReleaseOfThePinnedVersionSuits() {
        String minor = MotoPins.version().replaceAll("\\.\\d+$", "");
        assertThat(MotoPins.allow(minor + ".99")).isTrue();
        assertThat(MotoPins.allow(minor + "0.1")).isFalse();
    }

    private MotoOnPath onPath(String script) throws IOException {
        executable("moto_server", script);
        return new MotoOnPath(directory.toString(), directory);
    }

    private Path executable(String name, String content) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
