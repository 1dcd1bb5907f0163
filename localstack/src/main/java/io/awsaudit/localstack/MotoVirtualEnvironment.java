package io.awsaudit.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The pinned moto in a virtual environment of its own, made when it is first needed: some twenty seconds, 140 MB.
 *
 * <p>The environment's name holds a digest of the pins, so that changed pins make another. It is made beside its place
 * and then renamed, under a lock, so that what stands there is whole, however many processes want it at once.
 */
final class MotoVirtualEnvironment implements EmulatorSource {
    private static final List<Python> INTERPRETERS = Stream.of(
                    "python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10")
            .map(Python::new)
            .toList();
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Object IN_THIS_PROCESS = new Object(); // a file lock only keeps other processes out

    private final List<Python> interpreters;
    private final Path directory;

    /** @param directory where environments, their lock and logs are kept */
    MotoVirtualEnvironment(Path directory) {
        this(INTERPRETERS, directory);
    }

    MotoVirtualEnvironment(List<Python> interpreters, Path directory) {
        this.interpreters = List.copyOf(interpreters);
        this.directory = directory;
    }

    @Override
    public String name() {
        return "moto in a virtual environment";
    }

    @Override
    public RunningEmulator start() throws EmulatorUnavailableException {
        return MotoProcess.start(interpreter(), MotoPins.version(), directory);
    }

    /** Returns the environment's interpreter, after making the environment where it is missing. */
    Python interpreter() throws EmulatorUnavailableException {
        Path environment = directory.resolve("moto-%s-%08x"
                .formatted(MotoPins.version(), MotoPins.requirements().hashCode()));
        try {
            if (!Files.isDirectory(environment)) {
                makeOnce(environment);
            }
        } catch (IOException e) {
            throw new EmulatorUnavailableException(environment + " cannot be made: " + e, e);
        }
        return interpreterIn(environment);
    }

    private void makeOnce(Path environment) throws IOException, EmulatorUnavailableException {
        Files.createDirectories(directory);
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel file = FileChannel.open(
                            directory.resolve("environment.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                if (lock.isValid() && !Files.isDirectory(environment)) {
                    make(environment);
                }
            }
        }
    }

    private void make(Path environment) throws IOException, EmulatorUnavailableException {
        Python python = suitable();
        Path unfinished = environment.resolveSibling("unfinished-" + UUID.randomUUID());
        try {
            python.run(LONG, "-m", "venv", unfinished.toString());
            Path requirements = Files.writeString(unfinished.resolve("requirements.txt"), MotoPins.requirements());
            interpreterIn(unfinished)
                    .run(
                            LONG,
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--no-input",
                            "--disable-pip-version-check",
                            "--requirement",
                            requirements.toString());
            Files.move(unfinished, environment, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(unfinished);
        }
    }

    private Python suitable() throws EmulatorUnavailableException {
        StringJoiner reasons = new StringJoiner("\n");
        for (Python python : interpreters) {
            try {
                python.run(SHORT, "-c", "import sys; sys.exit('too old' if sys.version_info < (3, 10) else 0)");
                return python;
            } catch (EmulatorUnavailableException e) {
                reasons.add(Optional.ofNullable(e.getMessage()).orElse(""));
            }
        }
        throw new EmulatorUnavailableException("there is no Python 3.10 or later:\n" + reasons);
    }

    private static Python interpreterIn(Path environment) {
        Path unix = environment.resolve("bin/python");
        return new Python((Files.exists(unix) ? unix : environment.resolve("Scripts/python.exe")).toString());
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> paths = Files.walk(directory)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
