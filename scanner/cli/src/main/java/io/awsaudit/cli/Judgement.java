package io.awsaudit.cli;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tells two judgements of one inventory apart: the program's code, a user's rules, the checks, their parameters. */
final class Judgement {
    private static final int BYTES = 8;

    private Judgement() {}

    /**
     * Returns sixteen digits that are the same where the same would be said of the same inventory; empty where the program
     * does not run from jar files, whose content would tell.
     *
     * @param rules a user's rules
     * @param parameters of checks, in words
     */
    static Optional<String> key(@Nullable Path rules, List<Check> checks, String parameters) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> part : List.of(Inventory.class, Engine.class)) {
                Optional<Path> jar = jar(part);
                if (jar.isEmpty()) {
                    return Optional.empty();
                }
                add(digest, jar.get());
            }
            if (rules != null) {
                try (Stream<Path> files = Files.walk(rules)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        add(digest, rules.relativize(file).toString());
                        add(digest, file);
                    }
                }
            }
            checks.stream().map(Check::id).sorted().forEach(id -> add(digest, id));
            add(digest, parameters);
            return Optional.of(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> jar(Class<?> part) {
        @Nullable CodeSource source = part.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static void add(MessageDigest digest, Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
