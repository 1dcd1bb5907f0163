package io.awsaudit.reports.asff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What Security Hub calls resources of a CloudFormation type; kept in {@code resource-types.txt}.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/asff-resources.html">Resources</a>
 */
final class ResourceTypes {
    private static final String OTHER = "Other";
    private static final Map<String, String> NAMES = Collections.unmodifiableMap(read());

    private ResourceTypes() {}

    /** {@return the name of a type, {@code Other} where Security Hub has none} */
    static String nameOf(String type) {
        return NAMES.getOrDefault(type, OTHER);
    }

    /** {@return all names by CloudFormation type} */
    static Map<String, String> names() {
        return NAMES;
    }

    private static Map<String, String> read() {
        Map<String, String> names = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(ResourceTypes.class.getResourceAsStream("resource-types.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .forEach(pair -> names.put(pair[0], pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
