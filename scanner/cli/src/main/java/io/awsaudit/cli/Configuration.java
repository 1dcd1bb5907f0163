package io.awsaudit.cli;

import io.awsaudit.rules.Suppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The configuration file: any option under its long name, parameters of checks, and suppressions. What stands on the
 * command line goes before what stands here.
 */
final class Configuration implements IDefaultValueProvider {
    /** The file that is used where there is one and none is named. */
    static final Path STANDARD = Path.of("aws-audit.yaml");

    private static final Set<String> OWN_KEYS = Set.of("parameters", "checks", "suppressions");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record SuppressionEntry(
            @Nullable String check,
            @Nullable String resource,
            @Nullable String reason,
            @Nullable String expires) {}

    /** What holds where there is no file. */
    static final Configuration NONE = new Configuration(Map.of(), Map.of(), Map.of(), List.of());

    private final Map<String, Object> options;
    private final Map<String, Object> parameters;
    private final Map<String, Map<String, Object>> checks;
    private final List<Suppression> suppressions;

    private Configuration(
            Map<String, Object> options,
            Map<String, Object> parameters,
            Map<String, Map<String, Object>> checks,
            List<Suppression> suppressions) {
        this.options = options;
        this.parameters = parameters;
        this.checks = checks;
        this.suppressions = suppressions;
    }

    /**
     * Reads the file that is named, else the standard one, else none.
     *
     * @param optionNames the long names of all options, without dashes
     * @throws UsageException listing every mistake in it
     */
    static Configuration find(Optional<Path> named, Set<String> optionNames) {
        Path file = named.orElse(STANDARD);
        if (!Files.exists(file)) {
            if (named.isPresent()) {
                throw new UsageException("There is no configuration file " + file + ".");
            }
            return NONE;
        }
        try {
            return read(file, Files.readString(file), optionNames, Clock.systemDefaultZone());
        } catch (IOException e) {
            throw new UsageException("Cannot read the configuration file " + file + ": " + e.getMessage() + ".");
        }
    }

    static Configuration read(Path file, String text, Set<String> optionNames, Clock clock) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> all;
        try {
            Map<String, Object> parsed = YAML.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
            all = parsed == null ? new LinkedHashMap<>() : parsed;
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new UsageException(file + (place == null ? "" : ", line " + place.getLineNr()) + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
        Map<String, Object> parameters = part(all, "parameters", new TypeReference<>() {}, Map.of(), file, problems);
        Map<String, Map<String, Object>> checks =
                part(all, "checks", new TypeReference<>() {}, Map.of(), file, problems);
        List<SuppressionEntry> entries = part(all, "suppressions", new TypeReference<>() {}, List.of(), file, problems);
        List<Suppression> suppressions = suppressions(entries, file, LocalDate.now(clock), problems);
        all.keySet().removeAll(OWN_KEYS);
        Set<String> known = new TreeSet<>(optionNames);
        known.addAll(OWN_KEYS);
        for (Map.Entry<String, Object> option : all.entrySet()) {
            if (!optionNames.contains(option.getKey())) {
                problems.add(file + ": there is no option '" + option.getKey() + "'" + nearest(option.getKey(), known)
                        + ".");
            } else if (option.getValue() instanceof Map) {
                problems.add(file + ": '" + option.getKey() + "' must be a value or a list.");
            }
        }
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
        return new Configuration(all, parameters, checks, suppressions);
    }

    private static <T> T part(
            Map<String, Object> all, String key, TypeReference<T> type, T absent, Path file, List<String> problems) {
        if (all.get(key) == null) {
            return absent;
        }
        try {
            return YAML.convertValue(all.get(key), type);
        } catch (JacksonException e) {
            problems.add(file + ": '" + key + "' is not understood: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
            return absent;
        }
    }

    private static List<Suppression> suppressions(
            List<SuppressionEntry> entries, Path file, LocalDate today, List<String> problems) {
        List<Suppression> suppressions = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            SuppressionEntry entry = entries.get(i);
            String where =
                    file + ": suppression " + (i + 1) + (entry.check() == null ? "" : " (" + entry.check() + ")");
            if (blank(entry.check()) || blank(entry.resource())) {
                problems.add(where + " needs both 'check' and 'resource'; '*' stands for any.");
                continue;
            }
            if (blank(entry.reason())) {
                problems.add(where + " has no 'reason'; say why the finding is accepted.");
                continue;
            }
            Optional<LocalDate> expires;
            try {
                expires = Optional.ofNullable(entry.expires()).map(LocalDate::parse);
            } catch (java.time.format.DateTimeParseException e) {
                problems.add(
                        where + ": 'expires' must be a date such as 2027-01-31, and is '" + entry.expires() + "'.");
                continue;
            }
            if (expires.isPresent() && expires.get().isBefore(today)) {
                problems.add(where + " expired on " + expires.get() + "; renew it with a new date, or remove it.");
                continue;
            }
            suppressions.add(new Suppression(
                    String.valueOf(entry.check()),
                    String.valueOf(entry.resource()),
                    String.valueOf(entry.reason()),
                    expires));
        }
        return suppressions;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** {@return ", did you mean …" for the known word that differs least, nothing where none comes near} */
    static String nearest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(other -> distance(word, other)))
                .filter(other -> distance(word, other) <= Math.max(2, word.length() / 3))
                .map(other -> "; did you mean '" + other + "'?")
                .map(text -> text.substring(0, text.length() - 1))
                .orElse("");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    /** {@return the long names, without dashes, of the options of all commands that scan or judge} */
    static Set<String> optionNames(CommandLine line) {
        return line.getSubcommands().values().stream()
                .filter(sub -> sub.getCommand() instanceof AuditCommand)
                .flatMap(sub -> sub.getCommandSpec().options().stream())
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(OptionSpec::longestName)
                .map(name -> name.replaceFirst("^--?", ""))
                .filter(name -> !name.equals("config"))
                .collect(Collectors.toSet());
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)
                || !(argument.command().userObject() instanceof AuditCommand)
                || isNested(argument) && option.longestName().equals("--format")) {
            return null; // the formats of reports are no formats of lists
        }
        Object value = options.get(option.longestName().replaceFirst("^--?", ""));
        if (value instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value == null ? null : value.toString();
    }

    private static boolean isNested(ArgSpec argument) {
        CommandSpec parent = argument.command().parent();
        return parent != null && parent.parent() != null;
    }

    /** {@return parameters for all checks, by name} */
    Map<String, Object> parameters() {
        return parameters;
    }

    /** {@return parameters by check id, then name} */
    Map<String, Map<String, Object>> checks() {
        return checks;
    }

    /** {@return the suppressions that hold today} */
    List<Suppression> suppressions() {
        return suppressions;
    }
}
