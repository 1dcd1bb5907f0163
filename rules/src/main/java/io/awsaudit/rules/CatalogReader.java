package io.awsaudit.rules;

import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Reads metadata of checks, derivations and frameworks out of files of YAML: the built-in ones when the program is built, a
 * user's own when it starts. What is wrong goes into a list of problems, so that one reading names all of it.
 */
final class CatalogReader {
    /** A check as its file states it. */
    private record Entry(
            @Nullable String resource,
            String title,
            Severity severity,
            String pillar,
            @Nullable String exposure,
            String why,
            String fix,
            @Nullable String cli,
            @Nullable String terraform,
            @Nullable List<String> reads,
            @Nullable List<String> follows,
            String source,
            @Nullable String bestPractice,
            @Nullable List<String> configRules,
            @Nullable List<String> securityHub,
            @Nullable Map<String, @Nullable ParameterEntry> parameters,
            @Nullable List<String> aliases,
            @Nullable String deprecated) {}

    /**
     * A family as its file states it: one rule, and a check for each type that it asks of. Texts may hold {@code {noun}} and
     * {@code {terraform}}, which each member fills in.
     */
    private record FamilyEntry(
            String title,
            Severity severity,
            String pillar,
            String why,
            String fix,
            @Nullable String cli,
            @Nullable String terraform,
            @Nullable List<String> reads,
            String source,
            @Nullable String bestPractice,
            @Nullable Map<String, @Nullable ParameterEntry> parameters,
            @Nullable Map<String, @Nullable MemberEntry> members) {
        Entry of(MemberEntry member) {
            return new Entry(
                    member.resource(),
                    member.fill(title),
                    severity,
                    pillar,
                    null,
                    member.fill(why),
                    member.fill(fix),
                    cli == null ? null : member.fill(cli),
                    terraform == null || member.terraform() == null ? null : member.fill(terraform),
                    member.reads() == null ? reads : member.reads(),
                    null,
                    source,
                    bestPractice,
                    member.configRules(),
                    member.securityHub(),
                    parameters,
                    member.aliases(),
                    null);
        }
    }

    private record MemberEntry(
            @Nullable String resource,
            @Nullable String noun,
            @Nullable String terraform,
            @Nullable List<String> reads,
            @Nullable List<String> configRules,
            @Nullable List<String> securityHub,
            @Nullable List<String> aliases) {
        String fill(String text) {
            return text.replace("{noun}", String.valueOf(noun)).replace("{terraform}", String.valueOf(terraform));
        }
    }

    private record ParameterEntry(
            @com.fasterxml.jackson.annotation.JsonProperty("default") @Nullable
            Object standard,

            @Nullable String about) {}

    private record DerivationEntry(
            @Nullable String derives, @Nullable List<String> reads) {}

    private record FrameworkEntry(
            @Nullable String id,
            @Nullable String title,
            @Nullable String source,
            @Nullable String topics,
            @Nullable String answeredBy,
            @Nullable List<@Nullable ControlEntry> controls) {}

    private record ControlEntry(
            @Nullable String id,
            @Nullable String topic,
            @Nullable String title,
            @Nullable String level,
            @Nullable Boolean manual,
            @Nullable List<String> checks,
            @Nullable String guidance,
            @Nullable String unanswered) {}

    /** What versions of a framework ask alike, stated once. */
    private record TopicEntry(
            @Nullable String title,
            @Nullable List<String> checks,
            @Nullable String guidance,
            @Nullable String unanswered) {}

    private CatalogReader() {}

    /** Reads checks and families; {@code places} gets how messages about each check begin, by its id. */
    static List<Check> checks(Source source, List<String> problems, Map<String, String> places) {
        List<Check> checks = new ArrayList<>();
        for (Path file : source.files(source.checks(), ".yaml")) {
            if (file.toString().endsWith(".cases.yaml")
                    || source.name(file).matches("(.*/)?(frameworks|defaults|derived|families|topics)/[^/]*")) {
                continue;
            }
            String resource = String.valueOf(file.getFileName()).replace(".yaml", "");
            try {
                Map<String, @Nullable Entry> entries =
                        source.yaml(file, new TypeReference<LinkedHashMap<String, @Nullable Entry>>() {});
                entries.forEach((id, entry) -> {
                    String place = source.place(file, id);
                    places.put(id, place);
                    try {
                        checks.add(check(id, source.service(file, id), id, resource, entry));
                    } catch (IllegalArgumentException e) {
                        problems.add(place + id + ": " + e.getMessage() + ".");
                    }
                });
            } catch (CatalogException e) {
                problems.addAll(e.problems());
            }
        }
        for (Path file : source.files("families", ".yaml")) {
            if (!file.toString().endsWith(".cases.yaml")) {
                family(source, file, checks, problems, places);
            }
        }
        return checks;
    }

    private static void family(
            Source source, Path file, List<Check> checks, List<String> problems, Map<String, String> places) {
        try {
            FamilyEntry family = source.yaml(file, new TypeReference<FamilyEntry>() {});
            String rule = String.valueOf(file.getFileName()).replace(".yaml", "");
            present(family.members(), "members").forEach((id, member) -> {
                String place = source.name(file) + ": ";
                places.put(id, place);
                try {
                    String type = present(present(member, "members").resource(), "resource");
                    String service = recordOf(type)
                            .getPackageName()
                            .substring(recordOf(type).getPackageName().lastIndexOf('.') + 1);
                    checks.add(check(id, service, rule, type, family.of(present(member, "members"))));
                } catch (IllegalArgumentException e) {
                    problems.add(place + id + ": " + e.getMessage() + ".");
                }
            });
        } catch (CatalogException e) {
            problems.addAll(e.problems());
        } catch (IllegalArgumentException e) {
            problems.add(source.name(file) + ": " + e.getMessage() + ".");
        }
    }

    private static Check check(String id, String service, String rule, String resource, @Nullable Entry entry) {
        if (entry == null) {
            throw new IllegalArgumentException("has nothing below it; it needs a title, a severity and so on");
        }
        for (String part : List.of("title", "severity", "pillar", "why", "fix", "source")) {
            if (missing(entry, part)) {
                throw new IllegalArgumentException("needs '" + part + "'");
            }
        }
        if (!id.startsWith(service + "-")) {
            throw new IllegalArgumentException("must start with '" + service + "-', the folder that it is in");
        }
        return new Check(
                id,
                service,
                rule,
                entry.resource() == null ? recordOf(service, resource) : recordOf(entry.resource()),
                entry.title(),
                entry.severity(),
                pillar(entry.pillar()),
                Optional.ofNullable(entry.exposure()).map(CatalogReader::exposure),
                entry.why().strip(),
                entry.fix().strip(),
                Optional.ofNullable(entry.cli()).map(String::strip),
                Optional.ofNullable(entry.terraform()).map(String::strip),
                orEmpty(entry.reads()),
                orEmpty(entry.follows()),
                entry.source(),
                Optional.ofNullable(entry.bestPractice()),
                orEmpty(entry.configRules()),
                orEmpty(entry.securityHub()),
                entry.parameters() == null
                        ? List.of()
                        : entry.parameters().entrySet().stream()
                                .map(parameter -> parameter(parameter.getKey(), parameter.getValue()))
                                .toList(),
                orEmpty(entry.aliases()),
                Optional.ofNullable(entry.deprecated()));
    }

    private static Parameter parameter(String name, @Nullable ParameterEntry entry) {
        if (entry == null || entry.standard() == null || entry.about() == null) {
            throw new IllegalArgumentException("parameter '" + name + "' needs 'default' and 'about'");
        }
        if (entry.standard() instanceof Map
                || entry.standard() instanceof List<?> list && list.stream().anyMatch(item -> !isPlain(item))) {
            throw new IllegalArgumentException(
                    "parameter '" + name + "' must have a number, a text, true, false or a list of these by default");
        }
        return new Parameter(name, entry.standard(), entry.about());
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static boolean missing(Entry entry, String part) {
        Object value = switch (part) {
            case "title" -> entry.title();
            case "severity" -> entry.severity();
            case "pillar" -> entry.pillar();
            case "why" -> entry.why();
            case "fix" -> entry.fix();
            default -> entry.source();
        };
        return value == null || value.toString().isBlank();
    }

    private static Pillar pillar(String word) {
        return Arrays.stream(Pillar.values())
                .filter(pillar -> pillar.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no pillar '" + word + "'; there are: "
                        + Arrays.stream(Pillar.values()).map(Pillar::word).collect(Collectors.joining(", "))));
    }

    private static Exposure exposure(String word) {
        return Exposure.of(word)
                .orElseThrow(() -> new IllegalArgumentException("there is no exposure '" + word + "'; there are: "
                        + Arrays.stream(Exposure.values()).map(Exposure::word).collect(Collectors.joining(", "))));
    }

    /** The file {@code ec2/security-group} is about the record {@code inventory.ec2.SecurityGroup}. */
    private static Class<? extends Resource> recordOf(String service, String file) {
        String simple = Arrays.stream(file.split("-"))
                .map(word -> word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return ResourceTypes.all().stream()
                .filter(type -> type.getSimpleName().equals(simple)
                        && type.getPackageName().endsWith(".inventory." + service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no record " + simple + " in inventory."
                        + service + "; name the CloudFormation type under 'resource'"));
    }

    private static Class<? extends Resource> recordOf(String typeName) {
        return ResourceTypes.byName(typeName)
                .orElseThrow(() -> new IllegalArgumentException("there is no resource type '" + typeName + "'"));
    }

    /** Reads what is said of rules that derive facts. */
    static List<RuleBase.Derivation> derivations(Source source, List<String> problems) {
        List<RuleBase.Derivation> derivations = new ArrayList<>();
        for (Path file : source.files("derived", ".yaml")) {
            try {
                Map<String, @Nullable DerivationEntry> entries =
                        source.yaml(file, new TypeReference<LinkedHashMap<String, @Nullable DerivationEntry>>() {});
                entries.forEach((rule, entry) -> derivations.add(new RuleBase.Derivation(
                        rule,
                        entry == null || entry.derives() == null ? "" : entry.derives(),
                        entry == null ? List.of() : orEmpty(entry.reads()))));
            } catch (CatalogException e) {
                problems.addAll(e.problems());
            } catch (IllegalArgumentException e) {
                problems.add(source.name(file) + ": " + e.getMessage() + ".");
            }
        }
        return derivations;
    }

    /** Reads frameworks, with what their versions share. */
    static List<Framework> frameworks(Source source, List<Check> checks, List<String> problems) {
        Map<String, Map<String, @Nullable TopicEntry>> topics = new HashMap<>();
        List<Framework> frameworks = new ArrayList<>();
        for (Path file : source.files("topics", ".yaml")) {
            try {
                topics.put(
                        String.valueOf(file.getFileName()).replace(".yaml", ""),
                        source.yaml(file, new TypeReference<LinkedHashMap<String, @Nullable TopicEntry>>() {}));
            } catch (CatalogException e) {
                problems.addAll(e.problems());
            }
        }
        for (Path file : source.files("frameworks", ".yaml")) {
            try {
                frameworks.add(framework(source.yaml(file, new TypeReference<FrameworkEntry>() {}), topics, checks));
            } catch (CatalogException e) {
                problems.addAll(e.problems());
            } catch (IllegalArgumentException e) {
                problems.add(source.name(file) + ": " + e.getMessage() + ".");
            }
        }
        return frameworks;
    }

    private static Framework framework(
            FrameworkEntry entry, Map<String, Map<String, @Nullable TopicEntry>> allTopics, List<Check> checks) {
        BiPredicate<Check, String> answers = answeredBy(entry.answeredBy());
        Map<String, @Nullable TopicEntry> topics = entry.topics() == null
                ? Map.of()
                : present(allTopics.get(entry.topics()), "topics/" + entry.topics() + ".yaml");
        return new Framework(
                present(entry.id(), "id"),
                present(entry.title(), "title"),
                present(entry.source(), "source"),
                present(entry.controls(), "controls").stream()
                        .map(control -> present(control, "controls"))
                        .map(control -> control(
                                control,
                                control.topic() == null
                                        ? null
                                        : present(topics.get(control.topic()), "topic " + control.topic()),
                                entry.answeredBy() != null,
                                checks.stream()
                                        .filter(check -> answers.test(check, String.valueOf(control.id())))
                                        .toList()))
                        .toList());
    }

    /** {@return whether a check says of itself that it answers a control, in the words that a framework goes by} */
    private static BiPredicate<Check, String> answeredBy(@Nullable String words) {
        if (words == null) {
            return (check, control) -> false;
        }
        BiPredicate<Check, String> states = switch (words) {
            case "securityHub" -> (check, control) -> check.securityHub().contains(control);
            case "bestPractice" ->
                (check, control) -> check.bestPractice().filter(control::equals).isPresent();
            default ->
                throw new IllegalArgumentException(
                        "'answeredBy' may be securityHub or bestPractice, and is '" + words + "'");
        };
        return (check, control) -> check.deprecated().isEmpty() && states.test(check, control);
    }

    /**
     * @param collects whether checks say of themselves what they answer; what none does is then for a person, where it is
     *     said how a person decides
     * @param answers the checks that say so of this control, besides those that the framework names
     */
    private static Framework.Control control(
            ControlEntry entry, @Nullable TopicEntry topic, boolean collects, List<Check> answers) {
        String id = present(entry.id(), "id");
        List<String> named = orEmpty(entry.checks() == null && topic != null ? topic.checks() : entry.checks());
        List<String> stated = answers.stream().map(Check::id).sorted().toList();
        List<String> checks = stated.isEmpty()
                ? named
                : Stream.concat(stated.stream(), named.stream())
                        .distinct()
                        .sorted()
                        .toList();
        Optional<String> guidance =
                Optional.ofNullable(entry.guidance() == null && topic != null ? topic.guidance() : entry.guidance());
        Optional<String> unanswered = Optional.ofNullable(
                entry.unanswered() == null && topic != null ? topic.unanswered() : entry.unanswered());
        String title = entry.title() == null && topic != null ? topic.title() : entry.title();
        return new Framework.Control(
                id,
                // Where checks answer it, what they ask is what it asks.
                present(
                        title == null
                                ? answers.stream()
                                        .min(Comparator.comparing(Check::id))
                                        .map(Check::title)
                                        .orElse(null)
                                : title,
                        "title"),
                entry.level() == null ? "" : entry.level(),
                entry.manual() == null
                        ? collects && checks.isEmpty() && guidance.isPresent() && unanswered.isEmpty()
                        : entry.manual(),
                checks,
                guidance,
                unanswered);
    }

    private static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("needs '" + name + "' throughout");
        }
        return value;
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        if (list != null && list.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("an item of a list is empty");
        }
        return list == null ? List.of() : List.copyOf(list);
    }
}
