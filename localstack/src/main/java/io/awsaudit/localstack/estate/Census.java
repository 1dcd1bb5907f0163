package io.awsaudit.localstack.estate;

import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * How many of each type there are in an estate, and how their ARNs end: the table {@code census.txt}, which says what its
 * columns mean.
 */
final class Census {
    /** Where there is one of a type. */
    enum Each {
        ACCOUNT,
        REGION,
        HOME,
        /** There are many, by their share. */
        SHARE
    }

    /**
     * A line of the table.
     *
     * @param share of what is left beside those of which there is one; 0 for these
     * @param form what the ARN ends with
     */
    record Entry(Class<? extends Resource> type, Each each, double share, String form) {
        Entry even() {
            return new Entry(type, each, each == Each.SHARE ? 1 : 0, form);
        }
    }

    private Census() {}

    static List<Entry> read() {
        try (InputStream in = Objects.requireNonNull(Census.class.getResourceAsStream("census.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Census::entry)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        String[] columns = line.split(" +", 3);
        Class<? extends Resource> type = ResourceTypes.byName(columns[0])
                .orElseThrow(() -> new IllegalStateException("The census counts no type of ours: " + line));
        return switch (columns[1]) {
            case "account" -> new Entry(type, Each.ACCOUNT, 0, columns[2]);
            case "region" -> new Entry(type, Each.REGION, 0, columns[2]);
            case "home" -> new Entry(type, Each.HOME, 0, columns[2]);
            default -> new Entry(type, Each.SHARE, Double.parseDouble(columns[1]), columns[2]);
        };
    }
}
