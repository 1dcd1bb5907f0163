package io.awsaudit.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions that the seeded accounts and the expected findings were made with: {@code requirements.txt}. */
final class MotoPins {
    private static final Pattern MOTO = Pattern.compile("(?m)^moto==((\\d+\\.\\d+)\\.\\S+)$");

    private MotoPins() {}

    /** {@return the whole of the requirements, as pip reads them} */
    static String requirements() {
        return resource("requirements.txt");
    }

    /** {@return the exact version of moto that is pinned} */
    static String version() {
        return pin().group(1);
    }

    /** {@return whether a version shares the pinned one's major and minor number} */
    static boolean allow(String version) {
        return version.startsWith(pin().group(2) + ".");
    }

    static String resource(String name) {
        try (InputStream stream = MotoPins.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matcher pin() {
        Matcher matcher = MOTO.matcher(requirements());
        if (!matcher.find()) {
            throw new IllegalStateException("requirements.txt pins no version of moto");
        }
        return matcher;
    }
}
