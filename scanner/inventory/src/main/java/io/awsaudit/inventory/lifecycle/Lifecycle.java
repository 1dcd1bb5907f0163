package io.awsaudit.inventory.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * When standard support of each version ends: the last day on which AWS mends it without a fee of its own.
 *
 * <p>Products are {@code aurora-mysql}, {@code aurora-mysql/3} for that version's minor ones, {@code aurora-postgresql}, {@code eks}, {@code elasticache/memcached}, {@code
 * elasticache/redis}, {@code elasticache/valkey}, {@code lambda}, {@code opensearch}, {@code rds/mariadb}, {@code
 * rds/mysql} and {@code rds/postgres}; versions are written as AWS's APIs do: {@code 8.0.mysql_aurora.3.05.2}, {@code
 * python3.11}, {@code OpenSearch_2.11}.
 *
 * <p>The dates are in {@code lifecycle.json} beside this class. To refresh it, open the page that a product names as its
 * {@code source}, bring {@code ends} up to what its table of major versions says, {@code null} where no end was announced,
 * and set {@code read} to the day of reading. A month without a day counts to its last. For what runs in an account, {@code
 * aws rds describe-db-major-engine-versions} and {@code aws eks describe-cluster-versions} say the same.
 */
public final class Lifecycle {
    /**
     * What AWS says of one product.
     *
     * @param source the page that says so
     * @param read the day on which that was so
     * @param exact whether a key stands for one version alone, and not for all that refine it, as {@code 8.0} does for
     *     {@code 8.0.36}
     * @param complete whether the page lists all that is supported, so that what it leaves out has ended unless it is newer
     * @param ends by version, in order; empty where no end was announced
     */
    record Product(
            String source, LocalDate read, boolean exact, boolean complete, Map<String, Optional<LocalDate>> ends) {}

    /** As the file has it. */
    private record Entry(
            String source,
            LocalDate read,
            @Nullable Boolean exact,
            @Nullable Boolean complete,
            Map<String, @Nullable LocalDate> ends) {}

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Comparator<List<Integer>> BY_NUMBERS = (one, other) -> {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Integer.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    };

    private static final Map<String, Product> PRODUCTS = load();

    private Lifecycle() {}

    /**
     * {@return the last day of standard support; empty where AWS has announced none, or the table does not know the version}
     *
     * @throws IllegalArgumentException when there is no such product
     */
    public static Optional<LocalDate> endOf(String product, String version) {
        return covering(product(product), version).flatMap(Map.Entry::getValue);
    }

    /**
     * {@return whether standard support of a version had ended}
     *
     * <p>A version that the table does not know counts as supported where it is newer than those of its kind that it does,
     * and else as the next newer one that it knows: what is older than every known version has ended, and so has
     * what a page that lists all that is supported leaves out.
     *
     * @throws IllegalArgumentException when there is no such product
     */
    public static boolean isOver(String product, String version, Instant asOf) {
        Product known = product(product);
        Optional<Map.Entry<String, Optional<LocalDate>>> entry = covering(known, version);
        if (entry.isPresent()) {
            return isOver(entry.get().getValue(), asOf);
        }
        List<Integer> numbers = numbers(version);
        if (numbers.isEmpty()) {
            return false;
        }
        List<Map.Entry<String, Optional<LocalDate>>> ofItsKind = known.ends().entrySet().stream()
                .filter(other -> kind(other.getKey()).equals(kind(version)))
                .sorted(Comparator.comparing(other -> numbers(other.getKey()), BY_NUMBERS))
                .toList();
        for (int i = 0; i < ofItsKind.size(); i++) {
            if (BY_NUMBERS.compare(numbers, numbers(ofItsKind.get(i).getKey())) < 0) {
                return i == 0 || known.complete() || isOver(ofItsKind.get(i).getValue(), asOf);
            }
        }
        return false;
    }

    /** {@return the page that says until when AWS supports the versions of a product} */
    public static String sourceOf(String product) {
        return product(product).source();
    }

    static Map<String, Product> products() {
        return PRODUCTS;
    }

    private static boolean isOver(Optional<LocalDate> end, Instant asOf) {
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        return end.filter(today::isAfter).isPresent();
    }

    private static Product product(String name) {
        return Optional.ofNullable(PRODUCTS.get(name))
                .orElseThrow(() -> new IllegalArgumentException("No product " + name + " in " + PRODUCTS.keySet()));
    }

    /** The entry that says most of a version: {@code 10} and {@code 10.6} are different keys of 10.6.1. */
    private static Optional<Map.Entry<String, Optional<LocalDate>>> covering(Product product, String version) {
        return product.ends().entrySet().stream()
                .filter(entry ->
                        version.equals(entry.getKey()) || !product.exact() && version.startsWith(entry.getKey() + "."))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()));
    }

    /** What stands before the first digit: {@code python} of {@code python3.11}, nothing of {@code 8.0.36}. */
    private static String kind(String version) {
        Matcher number = NUMBER.matcher(version);
        return number.find() ? version.substring(0, number.start()) : version;
    }

    private static List<Integer> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(version);
        while (number.find()) {
            numbers.add(Integer.valueOf(number.group()));
        }
        return numbers;
    }

    private static Map<String, Product> load() {
        try (InputStream file = Objects.requireNonNull(Lifecycle.class.getResourceAsStream("lifecycle.json"))) {
            Map<String, Entry> entries =
                    JsonMapper.shared().readValue(file, new TypeReference<Map<String, Entry>>() {});
            Map<String, Product> products = new LinkedHashMap<>();
            entries.forEach((name, entry) -> {
                Map<String, Optional<LocalDate>> ends = new LinkedHashMap<>();
                entry.ends().forEach((version, end) -> ends.put(version, Optional.ofNullable(end)));
                products.put(
                        name,
                        new Product(
                                entry.source(),
                                entry.read(),
                                Boolean.TRUE.equals(entry.exact()),
                                Boolean.TRUE.equals(entry.complete()),
                                ends));
            });
            return products;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
