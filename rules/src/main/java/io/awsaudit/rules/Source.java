package io.awsaudit.rules;

import io.awsaudit.rules.text.TextException;
import io.awsaudit.rules.text.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;

/**
 * A tree of files that hold checks: the built-in one, or a user's directory.
 *
 * <p>Both look alike: {@code checks/<service>/<resource>.yaml} with {@code .drl} and {@code .cases.yaml} beside it,
 * {@code families/*.yaml} with {@code .drl}, {@code derived/*.yaml} with {@code .drl}, {@code frameworks/*.yaml}, {@code
 * topics/*.yaml}, {@code defaults/*.yaml}. A user's directory may leave out the folder {@code checks}.
 */
final class Source {
    static final List<String> FOLDERS = List.of("checks", "defaults", "derived", "families", "frameworks", "topics");
    private final Path root;
    private final String label;
    /** The texts of the built-in tree by name; none of a directory. */
    private final NavigableMap<String, String> packed;

    private Source(Path root, String label, NavigableMap<String, String> packed) {
        this.root = root;
        this.label = label;
        this.packed = packed;
    }

    /** {@return the built-in files that are needed as they are, once this program is built} */
    static Source builtIn() {
        return builtIn(PackedCatalog.builtIn().texts());
    }

    /** {@return a built-in tree} */
    static Source builtIn(Map<String, String> texts) {
        return new Source(Path.of(""), "", new TreeMap<>(texts));
    }

    static Source directory(Path directory) {
        return new Source(directory, directory + "/", Collections.emptyNavigableMap());
    }

    /** {@return the files below a folder whose names end so, sorted; none where there is no such folder} */
    List<Path> files(String folder, String ending) {
        if (label.isEmpty()) {
            return packed.tailMap(folder + "/", false).keySet().stream()
                    .takeWhile(name -> name.startsWith(folder + "/"))
                    .filter(name -> name.endsWith(ending))
                    .map(Path::of)
                    .toList();
        }
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) { // what a walk comes upon on its way
            throw unreadable(start, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(start, e);
        }
    }

    private static CatalogException unreadable(Path start, IOException e) {
        return new CatalogException(List.of("Cannot look through " + start + ": "
                + (e instanceof AccessDeniedException ? "no permission on " : "") + e.getMessage() + "."));
    }

    /** {@return the folder of checks: {@code checks}, or the root of a directory that has none} */
    String checks() {
        return label.isEmpty() || Files.isDirectory(root.resolve("checks")) ? "checks" : "";
    }

    /** {@return the service of a check: the folder of its file, else, at the root of a directory, how its id begins} */
    String service(Path file, String checkId) {
        Path inside = root.resolve(checks()).relativize(file);
        return inside.getNameCount() > 1
                ? inside.getName(inside.getNameCount() - 2).toString()
                : checkId.substring(0, Math.max(0, checkId.indexOf('-')));
    }

    /** {@return how the tree itself is called in messages} */
    String name() {
        return label.isEmpty() ? "the built-in rules" : label;
    }

    /** {@return how a file is called in messages} */
    String name(Path file) {
        return label + root.relativize(file).toString().replace('\\', '/');
    }

    /**
     * Reads a file.
     *
     * @throws CatalogException when it is no text that can be read
     */
    String text(Path file) {
        if (label.isEmpty()) {
            return Objects.requireNonNull(packed.get(name(file)), () -> "no built-in " + file);
        }
        try {
            return TextFile.read(file, name(file));
        } catch (TextException e) {
            throw new CatalogException(List.of(String.valueOf(e.getMessage())));
        }
    }

    /** {@return how messages about a key at the top of a file of YAML begin: the file, and the line where it is a user's} */
    String place(Path file, String key) {
        if (!label.isEmpty()) {
            Matcher line = Pattern.compile("(?m)^[\"']?" + Pattern.quote(key) + "[\"']?\\s*:")
                    .matcher(text(file));
            if (line.find()) {
                return name(file) + ", line " + TextFile.lineAt(text(file), line.start()) + ": ";
            }
        }
        return name(file) + ": ";
    }

    /**
     * Reads a file of YAML.
     *
     * @throws CatalogException when it cannot be read, or does not fit, naming the line
     */
    <T> T yaml(Path file, TypeReference<T> type) {
        return label.isEmpty()
                ? Yaml.read(text(file), type, name(file))
                : Yaml.readUntrusted(text(file), type, name(file));
    }
}
