package io.awsaudit.localstack.endtoend;

import io.awsaudit.localstack.AwsEmulator;
import java.io.IOException;
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

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

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
        Program program = new Program(folder);
        program.environment.putAll(emulator.environment());
        return program;
    }

    /** Has it keep what later runs start faster from in another place than other tests do. */
    Program withCache(Path cache) {
        environment.put("XDG_CACHE_HOME", cache.toString());
        return this;
    }

    /** Runs it to its end. */
    Run run(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(DISTRIBUTION.resolve("bin/aws-audit").toString()));
        command.addAll(List.of(arguments));
        try {
            Path logs = Files.createTempDirectory("aws-audit-run");
            Path out = logs.resolve("out");
            Path err = logs.resolve("err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end; it said: " + Files.readString(err));
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new AssertionError(command + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
