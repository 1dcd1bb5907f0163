package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.localstack.AwsEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as a user runs it: by its launcher, as a process with an environment of its own. */
final class Program {
    /** How a run ended. */
    record Run(int exitCode, String out, String err) {}

    private static final Path DISTRIBUTION = Path.of(System.getProperty("awsaudit.distribution"))
            .toAbsolutePath()
            .normalize();
    private static final long LIMIT_SECONDS = 300;
    private static final String HEEDING = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
            + "os.execv(sys.argv[1], sys.argv[1:])";

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> prefix = new ArrayList<>();

    private Program(Path folder) {
        this.folder = folder;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("AWS_AUDIT_JAVA_HOME", System.getProperty("java.home"));
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        // Shared by all runs, so that only the first one writes the archive that the others start from.
        environment.put(
                "XDG_CACHE_HOME",
                DISTRIBUTION.resolveSibling("end-to-end-cache").toString());
    }

    /** {@return the program without credentials, in an empty folder} */
    static Program in(Path folder) {
        return new Program(folder);
    }

    /** {@return the program with what it takes to reach the emulator, in an empty folder} */
    static Program in(Path folder, AwsEmulator emulator) {
        return in(folder, emulator.environment());
    }

    /** {@return the program with an environment to reach an account by, in an empty folder} */
    static Program in(Path folder, Map<String, String> environment) {
        Program program = new Program(folder);
        program.environment.putAll(environment);
        return program;
    }

    /** Has it keep what later runs start faster from in another place than other tests do. */
    Program withCache(Path cache) {
        environment.put("XDG_CACHE_HOME", cache.toString());
        return this;
    }

    /** Sets a variable of its environment. */
    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs it to its end. */
    Run run(String... arguments) {
        return start(arguments).end();
    }

    /** Has it heed SIGINT even where these tests run in the background of a script, which passes on that it is ignored. */
    Program heedingSignals() {
        prefix.addAll(List.of("python3", "-c", HEEDING));
        return this;
    }

    /** Starts it. */
    Running start(String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(DISTRIBUTION.resolve("bin/aws-audit").toString());
        command.addAll(List.of(arguments));
        try {
            Path logs = Files.createTempDirectory("aws-audit-run");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(logs.resolve("out").toFile())
                    .redirectError(logs.resolve("err").toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return new Running(process, logs);
        } catch (IOException e) {
            throw new AssertionError(command + " could not be run", e);
        }
    }

    /** A run that goes on. */
    record Running(Process process, Path logs) {
        /** Sends it a signal, such as {@code TERM}. */
        void signal(String name) {
            try {
                assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                                .inheritIO()
                                .start()
                                .waitFor())
                        .isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        /** Waits for its end. */
        Run end() {
            try {
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(
                            process.info() + " did not end; it said: " + Files.readString(logs.resolve("err")));
                }
                return new Run(
                        process.exitValue(),
                        Files.readString(logs.resolve("out")),
                        Files.readString(logs.resolve("err")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
