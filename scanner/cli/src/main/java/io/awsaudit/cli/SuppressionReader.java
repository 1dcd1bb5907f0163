package io.awsaudit.cli;

import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.text.Words;
import io.awsaudit.rules.text.YamlText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the suppressions in a file that people write, and gathers the mistakes in them. */
final class SuppressionReader {
    /** The key that a file has them under. */
    static final String KEY = "suppressions";

    private static final List<String> PARTS =
            List.of("check", "resource", "account", "tag", "reason", "owner", "expires");
    private static final String EXAMPLE = "'- {check: ID, resource: ARN, reason: TEXT, owner: TEXT}'";
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    /**
     * A suppression and where it stands.
     *
     * @param place how messages about it begin, such as {@code aws-audit.yaml, line 12: suppression 3 (s3-bucket-tagged)}
     */
    record Entry(Suppression suppression, String place) {}

    private final YamlText yaml;
    private final List<String> problems;

    /** Makes a reader that adds the mistakes it finds to a list. */
    SuppressionReader(YamlText yaml, List<String> problems) {
        this.yaml = yaml;
        this.problems = problems;
    }

    /** Reads a list of suppressions; one with a mistake is left out. */
    List<Entry> read(@Nullable JsonNode entries) {
        List<Entry> all = new ArrayList<>();
        if (entries == null || entries.isNull()) {
            return all;
        }
        if (!entries.isArray()) {
            add("'" + KEY + "' must be a list, of entries such as " + EXAMPLE + ".", KEY);
            return all;
        }
        for (int i = 0; i < entries.size(); i++) {
            entry(entries.get(i), i).ifPresent(all::add);
        }
        return all;
    }

    private void add(String problem, Object... path) {
        problems.add(yaml.place(path) + problem);
    }

    private Optional<Entry> entry(JsonNode entry, int index) {
        int before = problems.size();
        String which = "suppression " + (index + 1)
                + (entry.path("check").isString()
                        ? " (" + unquoted(entry.path("check").asString()) + ")"
                        : "");
        if (!entry.isObject()) {
            add(which + " must be such as " + EXAMPLE + ".", KEY, index);
            return Optional.empty();
        }
        entry.properties().forEach(part -> {
            String key = part.getKey();
            if (!PARTS.contains(key)) {
                add(
                        which + " has " + InventoryJson.quoted(key) + ", which is not known" + Words.nearest(key, PARTS)
                                + ".",
                        KEY,
                        index,
                        key);
            } else if (!part.getValue().isString() && !part.getValue().isNull()) {
                add(which + ": '" + key + "' must be a text" + Configuration.was(part.getValue()), KEY, index, key);
            }
        });
        if (problems.size() > before) {
            return Optional.empty();
        }
        verify(entry, which, index);
        Optional<LocalDate> expires = expiry(which, index, text(entry, "expires"));
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Entry(
                        new Suppression(
                                text(entry, "check"),
                                optional(entry, "resource").orElse("*"),
                                optional(entry, "account"),
                                optional(entry, "tag"),
                                text(entry, "reason"),
                                text(entry, "owner"),
                                expires),
                        yaml.place(KEY, index) + which));
    }

    private void verify(JsonNode entry, String which, int index) {
        String check = text(entry, "check");
        String resource = text(entry, "resource");
        Optional<String> account = optional(entry, "account");
        Optional<String> tag = optional(entry, "tag");
        boolean narrowed = account.isPresent() || tag.isPresent();
        if (check.isBlank()) {
            add(which + " needs a 'check'; say which findings it is about, '*' stands for any.", KEY, index);
        } else if (resource.isBlank() && !narrowed) {
            add(
                    which + " needs a 'resource', an 'account' or a 'tag'; 'resource: \"*\"' is every resource.",
                    KEY,
                    index);
        } else if (isEverything(check) && (resource.isBlank() || isEverything(resource)) && !narrowed) {
            add(which + " would accept every finding there is; name a check, or what it is about.", KEY, index);
        }
        if (text(entry, "reason").isBlank()) {
            add(which + " has no 'reason'; say why the finding is accepted.", KEY, index);
        }
        if (text(entry, "owner").isBlank()) {
            add(which + " has no 'owner'; say who answers for it, such as a team's address.", KEY, index);
        }
        account.filter(id -> !ACCOUNT.matcher(id).matches())
                .ifPresent(id -> add(
                        which + ": 'account' must have twelve digits, and is " + InventoryJson.quoted(id) + ".",
                        KEY,
                        index,
                        "account"));
        tag.filter(pattern -> pattern.startsWith("="))
                .ifPresent(pattern -> add(
                        which + ": 'tag' must be such as 'stage=dev' or 'stage', and is "
                                + InventoryJson.quoted(pattern) + ".",
                        KEY,
                        index,
                        "tag"));
    }

    private static boolean isEverything(String pattern) {
        return pattern.chars().allMatch(c -> c == '*');
    }

    private Optional<LocalDate> expiry(String which, int index, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            add(
                    which + ": 'expires' must be a date such as 2027-01-31, and is " + InventoryJson.quoted(text) + ".",
                    KEY,
                    index,
                    "expires");
            return Optional.empty();
        }
    }

    private static Optional<String> optional(JsonNode entry, String key) {
        return Optional.of(text(entry, key)).filter(text -> !text.isBlank());
    }

    private static String text(JsonNode entry, String key) {
        JsonNode value = entry.path(key);
        return value.isString() ? value.asString() : "";
    }

    private static String unquoted(String text) {
        String quoted = InventoryJson.quoted(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
