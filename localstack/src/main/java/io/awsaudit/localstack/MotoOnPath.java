package io.awsaudit.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The moto that the user has installed: the interpreter that {@code moto_server}, found on the PATH, runs under.
 *
 * <p>{@code moto_server} tells no version and takes its port on trust, so it is not run itself. Its first line names the
 * interpreter, which has the moto that it would serve. A shell script of that name (pyenv puts one on the PATH whether or
 * not there is a moto behind it) has no such line and is passed over.
 */
final class MotoOnPath implements EmulatorSource {
    private static final Pattern FIRST_LINE = Pattern.compile("#!\\s*(?:\\S*/env\\s+)?(\\S*python[\\d.]*)\\s*");
    private static final String TELL_VERSION =
            "import flask, moto.server; from importlib.metadata import version; print(version('moto'))";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String path;
    private final Path directory;

    /**
     * @param path directories, as in the environment variable
     * @param directory where the server's log goes
     */
    MotoOnPath(String path, Path directory) {
        this.path = path;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "moto_server on the PATH";
    }

    @Override
    public RunningEmulator start() throws EmulatorUnavailableException {
        Path script = scripts().findFirst().orElseThrow(() -> new EmulatorUnavailableException("there is none"));
        Python python = interpreterOf(script);
        String version = python.run(LIMIT, "-c", TELL_VERSION);
        if (!MotoPins.allow(version)) {
            throw new EmulatorUnavailableException(
                    "%s is moto %s, and the accounts are made for %s".formatted(script, version, MotoPins.version()));
        }
        return MotoProcess.start(python, version, directory);
    }

    private Stream<Path> scripts() {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry, "moto_server"))
                .filter(Files::isExecutable);
    }

    private static Python interpreterOf(Path script) throws EmulatorUnavailableException {
        try (Stream<String> lines = Files.lines(script, StandardCharsets.ISO_8859_1)) {
            List<String> first = lines.limit(1).toList();
            Matcher matcher = FIRST_LINE.matcher(first.isEmpty() ? "" : first.get(0));
            if (!matcher.matches()) {
                throw new EmulatorUnavailableException(script + " is not a Python script");
            }
            return new Python(matcher.group(1));
        } catch (IOException e) {
            throw new EmulatorUnavailableException(script + " cannot be read: " + e.getMessage(), e);
        }
    }
}
