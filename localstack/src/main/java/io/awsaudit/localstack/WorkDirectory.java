package io.awsaudit.localstack;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where environments and logs are kept: under {@code localstack/target} in a checkout, else in the user's cache. */
final class WorkDirectory {
    private WorkDirectory() {}

    static Path path() {
        return underTarget(WorkDirectory.class.getProtectionDomain().getCodeSource())
                .orElseGet(
                        () -> inCache(System.getenv(), System.getProperty("user.home"), System.getProperty("os.name")));
    }

    /** Compiled classes and the jar stand somewhere below {@code localstack/target}. */
    private static Optional<Path> underTarget(CodeSource source) {
        try {
            return Stream.iterate(Path.of(source.getLocation().toURI()), Objects::nonNull, Path::getParent)
                    .filter(directory -> directory.endsWith("localstack/target"))
                    .findFirst()
                    .map(target -> target.resolve("emulator"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path inCache(Map<String, String> environment, String home, String system) {
        Path cache;
        if (environment.containsKey("XDG_CACHE_HOME")) {
            cache = Path.of(environment.get("XDG_CACHE_HOME"));
        } else if (environment.containsKey("LOCALAPPDATA")) {
            cache = Path.of(environment.get("LOCALAPPDATA"));
        } else {
            cache = Path.of(home).resolve(system.startsWith("Mac") ? "Library/Caches" : ".cache");
        }
        return cache.resolve("aws-audit").resolve("emulator");
    }
}
