package io.awsaudit.inventory;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Finds credentials in scripts and documents, such as user data.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html">User data</a>
 * @see <a href="https://docs.cloud-init.io/en/latest/explanation/format.html">Its formats: gzip and MIME multi-part among
 *     them</a>
 */
final class SecretText {
    /** Many times the 16 KiB that EC2 takes, since it may be compressed. */
    private static final int LARGEST = 1 << 20;

    /** As many as anybody reads. */
    private static final int MOST = 50;

    private static final int SHORTEST = 4;

    /** What a line looks like that sets a credential. */
    static final String ASSIGNED = "a password or key";

    /** What is in Base64 may be compressed, and hold more in Base64. */
    private static final int DEEPEST = 3;

    private static final int WRAPPED = 40;

    /** What is shorter in Base64 holds no more than a word. */
    private static final int ENCODED = 24;

    /** A setting in any of the usual notations; what is not quoted ends with the word. */
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]{0,80})[\"']?[ \\t]{0,4}"
            + "(?:=>|:=|=|:)[ \\t]{0,4}(?:\"([^\"\\n]{1,400})\"|'([^'\\n]{1,400})'|([^\\s\"';,&|<>]{1,400}))");

    private static final Pattern OPTION = Pattern.compile(
            "(?:^|\\s)--?([A-Za-z][A-Za-z0-9_-]{0,80})[ \\t]{1,4}(?:\"([^\"\\n]{1,400})\"|'([^'\\n]{1,400})'|([^\\s\"';,&|<>-][^\\s\"';,&|<>]{0,400}))");

    private static final Pattern SET_PASSWORD = Pattern.compile(
            "echo\\s+(?:-e\\s+)?[\"']?[\\w.-]+:([^\"'|\\s$]{4,})[\"']?\\s*\\|\\s*(?:sudo\\s+)?chpasswd");

    /** Words that names have that {@link Secrets#endsAsSecret} takes for a credential's. */
    private static final java.util.regex.Pattern NAMED =
            java.util.regex.Pattern.compile("(?i)pass|pwd|secret|token|credential|key");

    /** What a program works out, and no credential. */
    private static final Pattern EXPRESSION =
            Pattern.compile("^[$`{\\[(<>%|&*\\\\!#+]|\\$\\(|\\$\\{|`|[(\\[]\\S*[)\\]]?$");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{" + ENCODED + ",}={0,2}");

    private static final Pattern BASE64_LINE = Pattern.compile("^[A-Za-z0-9+/]{" + WRAPPED + ",}={0,2}$");

    private SecretText() {}

    static List<Secret> secrets(String text) {
        return found(text);
    }

    static List<Secret> secretsOfUserData(String base64) {
        byte[] bytes = Base64.getMimeDecoder().decode(base64);
        return found(unpacked(bytes).orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /**
     * {@return the text that another is in Base64, empty where it is none}
     *
     * @throws IllegalArgumentException when it is compressed and too large
     */
    static Optional<String> decoded(String base64) {
        if (base64.length() < ENCODED
                || base64.length() > LARGEST
                || !mayBeBase64(base64)
                || !BASE64.matcher(base64.replaceAll("\\s", "")).matches()) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return unpacked(bytes);
    }

    /** Whether the first characters are none that Base64 never has; it spares most texts a regular expression. */
    private static boolean mayBeBase64(String text) {
        for (int i = 0; i < ENCODED; i++) {
            char character = text.charAt(i);
            if (!Character.isLetterOrDigit(character)
                    && !Character.isWhitespace(character)
                    && "+/=".indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return text that bytes stand for, empty where they are none} */
    private static Optional<String> unpacked(byte[] bytes) {
        byte[] plain = bytes;
        if (bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                plain = unzipped.readNBytes(LARGEST + 1);
            } catch (IOException e) {
                return Optional.empty();
            }
            checkSize(plain.length);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString();
            return text.chars().anyMatch(SecretText::isBinary) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static void checkSize(int size) {
        if (size > LARGEST) {
            throw new IllegalArgumentException("a text of more than " + (LARGEST >> 10) + " KiB");
        }
    }

    private static boolean isBinary(int character) {
        return character < ' ' && !Character.isWhitespace(character) && character != 0x1b;
    }

    private static List<Secret> found(String text) {
        return lines(text, DEEPEST)
                .sorted(Comparator.comparingInt(Line::number).thenComparing(Line::reason))
                .distinct()
                .limit(MOST)
                .map(line -> new Secret("line " + line.number(), line.reason()))
                .toList();
    }

    /** A line with a credential. */
    private record Line(int number, String reason) {
        static Line of(int number, String kind) {
            return new Line(number, "looks like " + kind);
        }
    }

    private static Stream<Line> lines(String text, int depth) {
        checkSize(text.length());
        List<Line> found = new ArrayList<>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int number = i + 1;
            Secrets.documentedForm(lines[i]).ifPresent(kind -> found.add(Line.of(number, kind)));
            if (assigns(lines[i])) {
                found.add(Line.of(number, ASSIGNED));
            }
        }
        LineNumbers numbers = new LineNumbers(text);
        SecretPatterns.all()
                .find(
                        text,
                        match -> !match.rule().equals(SecretPatterns.GENERIC) || Secrets.isOpaque(match.secret()),
                        MOST)
                .forEach(match -> found.add(Line.of(
                        numbers.of(text.indexOf(match.secret(), match.start())), Secrets.nameOf(match.rule()))));
        return depth == 0 ? found.stream() : Stream.concat(found.stream(), encoded(lines, depth));
    }

    /** {@return whether a line sets something that is called a password, a key or the like} */
    static boolean assigns(String line) {
        boolean setsSomething = line.indexOf('=') >= 0 || line.indexOf(':') >= 0 || line.indexOf(' ') >= 0;
        return setsSomething && NAMED.matcher(line).find() && setsSecret(line);
    }

    private static boolean setsSecret(String line) {
        return assigns(ASSIGNMENT.matcher(line), line)
                || assigns(OPTION.matcher(line), line)
                || SET_PASSWORD.matcher(line).find();
    }

    private static boolean assigns(Matcher settings, String line) {
        int from = 0;
        while (settings.find(from)) {
            String name = settings.group(1);
            boolean quoted = settings.group(4) == null;
            String value = Stream.of(2, 3, 4)
                    .map(settings::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            boolean withinArn = settings.start(1) > 0 && line.charAt(settings.start(1) - 1) == ':';
            if (!withinArn
                    && Secrets.endsAsSecret(name)
                    && value.length() >= SHORTEST
                    && Secrets.isSecret(name, value.strip())
                    && !(EXPRESSION.matcher(value).find()
                            && !(quoted && value.indexOf('$') < 0 && value.indexOf('{') < 0))) {
                return true;
            }
            from = settings.end(1); // a value may be a setting itself, as in -e PASSWORD=...
        }
        return false;
    }

    /** What is in Base64 within the lines; blocks of lines of one length are one. */
    private static Stream<Line> encoded(String[] lines, int depth) {
        List<Line> found = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            int start = i;
            StringBuilder block = new StringBuilder();
            while (i < lines.length && BASE64_LINE.matcher(lines[i].strip()).matches()) {
                block.append(lines[i].strip());
                i++;
            }
            if (i > start) {
                if (i < lines.length
                        && BASE64.matcher(lines[i].strip() + "A".repeat(ENCODED))
                                .matches()) {
                    block.append(lines[i].strip()); // the last one of a block is shorter
                } else {
                    i--;
                }
                add(block.toString(), start, depth, found);
            } else {
                Matcher part = BASE64.matcher(lines[i]);
                while (part.find()) {
                    add(part.group(), i, depth, found);
                }
            }
        }
        return found.stream();
    }

    private static void add(String base64, int line, int depth, List<Line> found) {
        decoded(base64)
                .ifPresent(text ->
                        lines(text, depth - 1).forEach(inner -> found.add(new Line(line + 1, inner.reason()))));
    }

    /** Where lines begin, for looking up the number of a line by a place in its text. */
    private static final class LineNumbers {
        private final int[] starts;

        LineNumbers(String text) {
            starts = Stream.iterate(
                            0,
                            start -> start >= 0,
                            start -> text.indexOf('\n', start) < 0 ? -1 : text.indexOf('\n', start) + 1)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        int of(int place) {
            int found = Arrays.binarySearch(starts, Math.max(place, 0));
            return found >= 0 ? found + 1 : -found - 1;
        }
    }
}
