package io.awsaudit.cli;

import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.reports.Grouping;
import io.awsaudit.reports.Reporters;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Pillar;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Suppressions;
import io.awsaudit.rules.text.TextException;
import io.awsaudit.rules.text.TextFile;
import io.awsaudit.rules.text.Words;
import io.awsaudit.rules.text.YamlText;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;

/**
 * The configuration file: any option under its long name, parameters of checks, and suppressions. What stands on the
 * command line goes before what stands here.
 */
final class Configuration implements IDefaultValueProvider {
    /** The file that is used where there is one and none is named. */
    static final Path STANDARD = Path.of("aws-audit.yaml");

    private static final Set<String> OWN_KEYS = Set.of("parameters", "checks", SuppressionReader.KEY);
    /** What options take that take only some words; what they name besides is known when the checks are. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "format", Reporters.formats(),
            "severity", severities().toList(),
            "fail-on", Threshold.words(),
            "group-by", Arrays.stream(Grouping.values()).map(Grouping::word).toList(),
            "pillar", Arrays.stream(Pillar.values()).map(Pillar::word).toList());

    /** What holds where there is no file. */
    static final Configuration NONE =
            new Configuration(Map.of(), Map.of(), Map.of(), List.of(), Optional.empty(), path -> "");

    private final Map<String, JsonNode> options;
    private final Map<String, Object> parameters;
    private final Map<String, Map<String, Object>> checks;
    private final List<SuppressionReader.Entry> suppressions;
    private final Optional<Path> suppressionFile;
    private final Function<List<String>, String> place;

    private Configuration(
            Map<String, JsonNode> options,
            Map<String, Object> parameters,
            Map<String, Map<String, Object>> checks,
            List<SuppressionReader.Entry> suppressions,
            Optional<Path> suppressionFile,
            Function<List<String>, String> place) {
        this.options = options;
        this.parameters = parameters;
        this.checks = checks;
        this.suppressions = suppressions;
        this.suppressionFile = suppressionFile;
        this.place = place;
    }

    /**
     * Reads the file that is named, else the standard one, else none.
     *
     * @throws UsageException listing every mistake in it
     */
    static Configuration find(Optional<Path> named) {
        Path file = named.orElse(STANDARD);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            if (named.isPresent()) {
                throw new UsageException("There is no configuration file " + file + ".");
            }
            return NONE;
        }
        try {
            return read(file, TextFile.read(file, file.toString()), optionNames(AwsAudit.commandLine()));
        } catch (TextException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    static Configuration read(Path file, String text, Map<String, OptionSpec> options) {
        YamlText yaml;
        try {
            yaml = new YamlText(file.toString(), text);
        } catch (TextException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        JsonNode all = yaml.tree();
        if (all.isNull()) {
            return NONE;
        }
        if (!all.isObject()) {
            throw new UsageException(file + ", line 1: must hold options, each as 'name: value'.");
        }
        return new Reader(yaml, options).read(all);
    }

    /** Turns what a file holds into a configuration, and gathers the mistakes in it. */
    private static final class Reader {
        private final YamlText yaml;
        private final Map<String, OptionSpec> options;
        private final List<String> problems = new ArrayList<>();

        Reader(YamlText yaml, Map<String, OptionSpec> options) {
            this.yaml = yaml;
            this.options = options;
        }

        Configuration read(JsonNode all) {
            Set<String> known = new TreeSet<>(options.keySet());
            known.addAll(OWN_KEYS);
            Map<String, JsonNode> set = new LinkedHashMap<>();
            all.properties().forEach(entry -> {
                String key = entry.getKey();
                OptionSpec option = options.get(key);
                if (option != null) {
                    verify(option, key, entry.getValue());
                    set.put(key, entry.getValue());
                } else if (!OWN_KEYS.contains(key)) {
                    add("there is no option " + InventoryJson.quoted(key) + nearest(key, known) + ".", key);
                }
            });
            Map<String, Object> parameters = parameters(all.get("parameters"), "parameters");
            Map<String, Map<String, Object>> checks = new LinkedHashMap<>();
            JsonNode byCheck = all.get("checks");
            if (byCheck != null && !byCheck.isObject()) {
                add("'checks' must hold checks, each as 'id: {parameter: value}'.", "checks");
            } else if (byCheck != null) {
                byCheck.properties()
                        .forEach(entry ->
                                checks.put(entry.getKey(), parameters(entry.getValue(), "checks", entry.getKey())));
            }
            @Nullable JsonNode accepted = all.get(SuppressionReader.KEY);
            Optional<Path> elsewhere = Optional.ofNullable(accepted)
                    .filter(node -> node.isString()
                            && !node.asString().isBlank()
                            && node.asString().indexOf('\0') < 0)
                    .map(node -> Path.of(node.asString()));
            List<SuppressionReader.Entry> suppressions =
                    new SuppressionReader(yaml, problems).read(elsewhere.isPresent() ? null : accepted);
            if (!problems.isEmpty()) {
                throw new UsageException(problems);
            }
            return new Configuration(
                    set, parameters, checks, suppressions, elsewhere, path -> yaml.place(path.toArray()));
        }

        private void add(String problem, Object... path) {
            problems.add(yaml.place(path) + problem);
        }

        private void verify(OptionSpec option, String key, JsonNode value) {
            boolean many = option.isMultiValue();
            Class<?> type = many ? option.auxiliaryTypes()[0] : option.type();
            if (!(value.isArray() && many) && !fits(type, value)) {
                add("'" + key + "' must be " + (many ? "a text or a list of texts" : kind(type)) + was(value), key);
                return;
            }
            List<String> words = WORDS.getOrDefault(key, List.of());
            for (int i = 0; i < Math.max(1, value.size()); i++) {
                JsonNode element = value.isArray() ? value.get(i) : value;
                if (element == null) {
                    continue;
                }
                if (!fits(type, element)) {
                    add("'" + key + "' must be a list of texts" + was(element), key, i);
                } else if (!words.isEmpty()) {
                    for (String word : element.asString().split(",", -1)) {
                        if (words.stream().noneMatch(word::equalsIgnoreCase)) {
                            add(
                                    "'" + key + "' knows no " + InventoryJson.quoted(word) + "; there are: "
                                            + String.join(", ", words) + ".",
                                    key,
                                    i);
                        }
                    }
                }
            }
        }

        private static boolean fits(Class<?> type, JsonNode value) {
            return type == boolean.class
                    ? value.isBoolean()
                    : type == int.class
                            ? value.isInt()
                            : value.isString() && !value.asString().isBlank();
        }

        private static String kind(Class<?> type) {
            return type == boolean.class ? "true or false" : type == int.class ? "a whole number" : "a text";
        }

        private Map<String, Object> parameters(@Nullable JsonNode node, String... path) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            if (node == null) {
                return parameters;
            }
            if (!node.isObject()) {
                add("'" + path[path.length - 1] + "' must hold parameters, each as 'name: value'.", (Object[]) path);
                return parameters;
            }
            node.properties().forEach(entry -> {
                JsonNode value = entry.getValue();
                if (value.isNull() || value.isObject() || value.isArray() && !isFlat(value)) {
                    List<Object> at = new ArrayList<>(List.of((Object[]) path));
                    at.add(entry.getKey());
                    add(InventoryJson.quoted(entry.getKey()) + " must be a value or a list of values.", at.toArray());
                } else {
                    parameters.put(entry.getKey(), value(value));
                }
            });
            return parameters;
        }

        private static boolean isFlat(JsonNode list) {
            return list.valueStream().noneMatch(value -> value.isNull() || value.isContainer());
        }

        private static Object value(JsonNode node) {
            return node.isArray()
                    ? node.valueStream().map(Reader::value).toList()
                    : node.isNumber() ? node.numberValue() : node.isBoolean() ? node.booleanValue() : node.asString();
        }
    }

    /** {@return how a message ends that says what something must be: with what it is} */
    static String was(JsonNode value) {
        return value.isNull()
                ? ", and has no value."
                : value.isObject()
                        ? ", and has keys of its own."
                        : value.isArray()
                                ? ", and is a list."
                                : ", and is " + InventoryJson.quoted(value.asString())
                                        + (value.isString() ? "." : "; put it into quotes if it is a text.");
    }

    /** {@return ", did you mean …" for the known word that differs least, nothing where none comes near} */
    static String nearest(String word, Collection<String> known) {
        return Words.nearest(word, known);
    }

    /** {@return the options of all commands that scan or judge, by their long names without dashes} */
    static Map<String, OptionSpec> optionNames(CommandLine line) {
        return line.getSubcommands().values().stream()
                .filter(sub -> sub.getCommand() instanceof AuditCommand)
                .flatMap(sub -> sub.getCommandSpec().options().stream())
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                // In the file, "suppressions" holds them, or names the file that does.
                .filter(option ->
                        !List.of("--config", "--" + SuppressionReader.KEY).contains(option.longestName()))
                .collect(Collectors.toMap(
                        option -> option.longestName().replaceFirst("^--?", ""), option -> option, (one, twin) -> one));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)
                || !(argument.command().userObject() instanceof ConfiguredCommand command)
                || !(command instanceof AuditCommand || isInReportOptions(argument))
                || isOfReports(option) && !isInReportOptions(argument)) {
            return null; // the formats and the folder of reports are not those of lists and differences
        }
        JsonNode value = options.get(option.longestName().replaceFirst("^--?", ""));
        return value == null
                ? null
                : value.isArray()
                        ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                        : value.asString();
    }

    private static Stream<String> severities() {
        return Arrays.stream(Severity.values()).map(Severity::word);
    }

    private static boolean isOfReports(OptionSpec option) {
        return option.longestName().equals("--format") || option.longestName().equals("--output");
    }

    private static boolean isInReportOptions(ArgSpec argument) {
        return argument.userObject() instanceof Field field && field.getDeclaringClass() == ReportOptions.class;
    }

    /**
     * Resolves the parameters of checks.
     *
     * @throws io.awsaudit.rules.CatalogException when one in the file is of the wrong type, or nothing has it
     */
    Settings settings(Collection<Check> of) {
        return new Settings(of, parameters, checks, place);
    }

    /** {@return the parameters of checks as the file sets them, in words that are the same for the same ones} */
    String parametersInWords() {
        Map<String, Object> sorted = new TreeMap<>(parameters);
        checks.forEach((id, own) -> sorted.put("checks." + id, new TreeMap<>(own)));
        return sorted.toString();
    }

    /**
     * Reads what is accepted: what stands in this file, and in the file of suppressions, if there is one.
     *
     * @param named the file of suppressions that the command line names, which goes before the one that this file names
     * @param checks those that there are
     * @param say told of what may be a mistake, and need not be one
     * @throws UsageException listing every mistake in them
     */
    Suppressions suppressions(Optional<Path> named, Collection<Check> checks, Consumer<String> say, Clock clock) {
        List<SuppressionReader.Entry> all = new ArrayList<>(suppressions);
        named.or(() -> suppressionFile).ifPresent(file -> all.addAll(SuppressionFile.read(file)));
        if (!all.isEmpty()) {
            SuppressionFile.verify(all, checks, say);
        }
        return new Suppressions(
                all.stream().map(SuppressionReader.Entry::suppression).toList(), LocalDate.now(clock));
    }

    /** {@return the suppressions in this file} */
    List<SuppressionReader.Entry> entries() {
        return suppressions;
    }

    /** {@return the file of suppressions that this file names} */
    Optional<Path> suppressionFile() {
        return suppressionFile;
    }
}
