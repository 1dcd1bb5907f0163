package io.awsaudit.rules;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.rules.text.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs cases: given resources, and the verdict that a check must reach on them.
 *
 * <p>Each case also proves that the check is sound under partial data. It runs again with each setting made unknown: one
 * that the check declares must take away a pass, one that it does not declare must change nothing. And it runs again
 * with the listing of each type that the rules match refused, which must neither leave a pass nor invent a failure.
 */
public final class CaseRunner {
    /**
     * A case of a check.
     *
     * @param name what is special about it
     * @param given the first of the check's type is the one judged; where there is none, a standard one
     * @param evidence a part of some piece of evidence, or of the reason why it is out of scope or unknown
     */
    public record Case(
            Check check,
            String name,
            List<Resource> given,
            Verdict expect,
            Optional<String> evidence,
            Settings settings,
            Instant asOf) {}

    /** What is wrong with a case, nothing where it holds. */
    public record Outcome(Case tested, List<String> problems) {}

    private record Entry(
            @com.fasterxml.jackson.annotation.JsonProperty("case") @Nullable
            String name,

            @Nullable List<@Nullable Map<String, @Nullable ObjectNode>> given,
            @Nullable String expect,
            @Nullable String evidence,
            @Nullable Map<String, Object> parameters,
            @Nullable Instant asOf) {}

    /** Stands in the cases of a family for the type that each of its checks judges. */
    private static final String JUDGED = "{resource}";

    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "us-east-1";
    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");
    private static final Gap REFUSED =
            new Gap(Gap.Cause.DENIED, "test:Refused", Optional.empty(), "refused for the test");

    private final Catalog catalog;
    private final Engine engine;
    private final Map<String, ObjectNode> defaults = new LinkedHashMap<>();

    /** Prepares to run cases of a catalogue's checks. */
    public CaseRunner(Catalog catalog) {
        this.catalog = catalog;
        this.engine = new Engine(catalog, "test");
        Source source = Source.builtIn();
        for (Path file : source.files("defaults", ".yaml")) {
            defaults.putAll(source.yaml(file, new TypeReference<Map<String, ObjectNode>>() {}));
        }
    }

    /**
     * Reads the cases in a directory.
     *
     * @throws CatalogException for files that cannot be read, and cases of checks that do not exist
     */
    public List<Case> read(Path directory) {
        Source source = Source.directory(directory);
        List<String> problems = new ArrayList<>();
        List<Case> cases = new ArrayList<>();
        for (Path file : source.files("", ".cases.yaml")) {
            try {
                Map<String, @Nullable List<@Nullable Entry>> all = source.yaml(
                        file, new TypeReference<LinkedHashMap<String, @Nullable List<@Nullable Entry>>>() {});
                all.forEach((id, entries) -> read(source, file, id, entries, cases, problems));
            } catch (CatalogException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        return cases;
    }

    private void read(
            Source source,
            Path file,
            String id,
            @Nullable List<@Nullable Entry> entries,
            List<Case> cases,
            List<String> problems) {
        String place = source.place(file, id);
        List<Check> checks = catalog.checks().stream()
                .filter(check -> check.answersTo(id) || check.rule().equals(id))
                .toList();
        if (checks.isEmpty()) {
            problems.add(place + "there is no check " + id
                    + Words.nearest(id, catalog.checks().stream().map(Check::id).toList())
                    + ".");
            return;
        }
        if (entries == null) {
            problems.add(place + id + " has no cases.");
            return;
        }
        for (Entry entry : entries) {
            if (entry == null || entry.name() == null || entry.expect() == null) {
                problems.add(place + "a case of " + id + " lacks 'case', its name, or 'expect'.");
                continue;
            }
            try {
                for (Check check : checks) {
                    cases.add(parse(check, entry, entry.name(), entry.expect()));
                }
            } catch (CatalogException e) {
                e.problems().forEach(problem -> problems.add(place + "case '" + entry.name() + "': " + problem));
            } catch (JacksonException e) {
                problems.add(place + id + ", case '" + entry.name() + "': " + InventoryJson.reason(e) + ".");
            } catch (IllegalArgumentException e) {
                problems.add(place + id + ", case '" + entry.name() + "': " + e.getMessage() + ".");
            }
        }
    }

    /** {@return what is missing among the cases of some checks: each needs one that passes and one that fails} */
    public static List<String> missing(Collection<Check> checks, Collection<Case> cases) {
        List<String> missing = new ArrayList<>();
        for (Check check : checks) {
            for (Verdict verdict : List.of(Verdict.PASS, Verdict.FAIL)) {
                if (check.deprecated().isEmpty()
                        && cases.stream()
                                .noneMatch(example -> example.check().equals(check) && example.expect() == verdict)) {
                    missing.add("Check " + check.id() + " has no case that expects " + verdict + ".");
                }
            }
        }
        return missing;
    }

    /** {@return the standard resource of a type, which all checks pass} */
    public Resource standard(Class<? extends Resource> type) {
        return resource(ResourceTypes.nameOf(type), null);
    }

    /** Runs a case, and all its variations under partial data. */
    public Outcome run(Case example) {
        List<String> problems = new ArrayList<>();
        Check check = example.check();
        List<Resource> given = example.given();
        Resource subject = subject(example);
        Finding finding = judge(example, given, subject, Set.of());
        if (finding.status() != example.expect()) {
            problems.add("expected " + example.expect() + ", was " + finding.status() + ": " + finding.message());
            return new Outcome(example, problems);
        }
        example.evidence()
                .filter(part -> finding.evidence().stream()
                                .noneMatch(item -> (item.property() + " = " + item.seen()).contains(part))
                        && !finding.message().contains(part))
                .ifPresent(part -> problems.add(
                        "no evidence holds '" + part + "': " + finding.evidence() + " " + finding.message()));
        unknownSettings(example, subject, problems);
        refusedListings(example, subject, problems);
        return new Outcome(example, problems);
    }

    private void unknownSettings(Case example, Resource subject, List<String> problems) {
        RuleBase rules = rulesOf(example.check());
        RuleBase.Anatomy anatomy = rules.anatomy(example.check());
        for (Resource resource : example.given()) {
            boolean another = resource != subject && resource.getClass() == subject.getClass();
            if (another
                    && (anatomy.repeated().contains(resource.getClass())
                            || anatomy.negative().contains(resource.getClass()))) {
                continue; // declared for the subject; another of its type plays another part
            }
            for (String component : ResourceTypes.observedComponents(resource.getClass())) {
                if (!Engine.Components.of(resource, component).isKnown()) {
                    continue;
                }
                boolean declared = !another
                        && rules.reads(example.check())
                                .contains(new RuleBase.Component(resource.getClass(), component));
                boolean bearsOnPass = resource == subject || anatomy.positive().contains(resource.getClass());
                Resource blurred = withUnknown(resource, component);
                List<Resource> given = example.given().stream()
                        .map(other -> other == resource ? blurred : other)
                        .toList();
                Verdict verdict = judge(example, given, resource == subject ? blurred : subject, Set.of())
                        .status();
                String what = "with " + resource.getClass().getSimpleName() + "." + component + " unknown ";
                if (!declared && verdict != example.expect()) {
                    problems.add(what + "the verdict moves from " + example.expect() + " to " + verdict
                            + ": declare it under 'reads'");
                } else if (declared && example.expect() == Verdict.PASS && bearsOnPass && verdict == Verdict.PASS) {
                    problems.add(what + "it still passes");
                } else if (example.expect() == Verdict.PASS && verdict == Verdict.FAIL) {
                    problems.add(what + "a failure is invented");
                } else if (declared && example.expect() == Verdict.FAIL && verdict == Verdict.PASS) {
                    problems.add(what + "the failure becomes a pass");
                }
            }
        }
    }

    private void refusedListings(Case example, Resource subject, List<String> problems) {
        RuleBase.Anatomy anatomy = rulesOf(example.check()).anatomy(example.check());
        Set<Class<?>> types = new LinkedHashSet<>(anatomy.positive());
        types.addAll(anatomy.negative());
        types.remove(subject.getClass());
        for (Class<?> type : types) {
            List<Resource> rest = example.given().stream()
                    .filter(resource -> resource.getClass() != type)
                    .toList();
            for (List<Resource> given : List.of(rest, example.given())) {
                Verdict verdict = judge(example, given, subject, Set.of(type)).status();
                String what =
                        "with the listing of " + type.getSimpleName() + (given == rest ? " refused " : " broken off ");
                if (example.expect() == Verdict.PASS && verdict == Verdict.FAIL) {
                    problems.add(what + "a failure is invented");
                } else if (example.expect() == Verdict.PASS
                        && verdict == Verdict.PASS
                        && anatomy.positive().contains(type)) {
                    problems.add(what + "it still passes");
                } else if (example.expect() == Verdict.FAIL && verdict == Verdict.PASS) {
                    problems.add(what + "the failure becomes a pass");
                }
            }
        }
        List<Finding> unlisted = findings(
                example,
                example.given().stream()
                        .filter(resource -> resource.getClass() != subject.getClass())
                        .toList(),
                Set.of(subject.getClass()));
        if (unlisted.isEmpty() || unlisted.stream().anyMatch(finding -> finding.status() != Verdict.UNKNOWN)) {
            problems.add("with the listing of its own type refused the verdict is not UNKNOWN alone: "
                    + unlisted.stream().map(Finding::status).toList());
        }
    }

    private RuleBase rulesOf(Check check) {
        return catalog.ruleBases().stream()
                .filter(rules -> rules.checks().contains(check))
                .findFirst()
                .orElseThrow();
    }

    private static Resource subject(Case example) {
        return example.given().stream()
                .filter(resource -> resource.getClass() == example.check().resource())
                .findFirst()
                .orElseThrow();
    }

    private Finding judge(Case example, List<Resource> given, Resource subject, Set<Class<?>> refused) {
        return findings(example, given, refused).stream()
                .filter(finding -> finding.resource().arn().equals(subject.arn())
                        && finding.resource().name().equals(subject.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no finding for " + subject.arn()));
    }

    private List<Finding> findings(Case example, List<Resource> given, Set<Class<?>> refused) {
        Set<String> regions = new TreeSet<>(Set.of(REGION));
        given.stream()
                .map(Resource::region)
                .filter(region -> !region.equals(Identity.GLOBAL))
                .forEach(regions::add);
        List<Coverage.Listing> listings = ResourceTypes.all().stream()
                .map(type -> new Coverage.Listing(
                        ACCOUNT,
                        Identity.GLOBAL,
                        ResourceTypes.nameOf(type),
                        refused.contains(type) ? Optional.of(REFUSED) : Optional.empty()))
                .toList();
        Inventory inventory = new Inventory(
                example.asOf(),
                List.of(new Inventory.AccountScope(ACCOUNT, "aws", List.copyOf(regions))),
                new Coverage(listings, List.of()),
                given);
        return engine.evaluate(inventory, List.of(example.check()), example.settings(), Suppressions.NONE)
                .findings();
    }

    private Case parse(Check check, Entry entry, String name, String expected) {
        List<Resource> given = new ArrayList<>();
        if (entry.given() != null) {
            for (Map<String, @Nullable ObjectNode> resource : entry.given()) {
                if (resource == null) {
                    throw new IllegalArgumentException("an item of 'given' is empty");
                }
                resource.forEach((type, properties) ->
                        given.add(resource(type.equals(JUDGED) ? check.resourceType() : type, properties)));
            }
        }
        if (given.stream().noneMatch(resource -> resource.getClass() == check.resource())) {
            given.add(0, standard(check.resource()));
        }
        Settings settings = new Settings(
                catalog.checks(),
                Map.of(),
                entry.parameters() == null ? Map.of() : Map.of(check.id(), entry.parameters()));
        Verdict expect = Stream.of(Verdict.values())
                .filter(verdict -> verdict.name().equalsIgnoreCase(expected.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no verdict " + expected));
        return new Case(
                check,
                name,
                given,
                expect,
                Optional.ofNullable(entry.evidence()),
                settings,
                entry.asOf() == null ? AS_OF : entry.asOf());
    }

    private Resource resource(String type, @Nullable ObjectNode properties) {
        ObjectNode node = defaults.containsKey(type) ? defaults.get(type).deepCopy() : Yaml.MAPPER.createObjectNode();
        if (ResourceTypes.byName(type).isEmpty()) {
            throw new IllegalArgumentException("there is no resource type '" + type + "'");
        }
        ObjectNode identity = node.path("identity") instanceof ObjectNode own ? own : node.putObject("identity");
        if (properties != null) {
            ObjectNode rest = properties.deepCopy();
            for (String part : List.of("arn", "account", "region", "name", "tags")) {
                if (rest.has(part)) {
                    identity.set(part, rest.remove(part));
                }
            }
            merge(node, rest);
        }
        String name = identity.path("name").asString("example");
        identity.put("name", name);
        if (!identity.has("account")) {
            identity.put("account", ACCOUNT);
        }
        if (!identity.has("region")) {
            identity.put("region", REGION);
        }
        if (!identity.has("tags")) {
            identity.putObject("tags");
        }
        String arn = identity.path("arn").asString("arn:aws:test:{region}:{account}:{name}");
        identity.put(
                "arn",
                arn.replace("{name}", name)
                        .replace("{region}", identity.path("region").asString(""))
                        .replace("{account}", identity.path("account").asString("")));
        ObjectNode typed = Yaml.MAPPER.createObjectNode();
        typed.put("type", type);
        typed.setAll(node);
        return InventoryJson.mapper().treeToValue(typed, Resource.class);
    }

    /** Objects are merged, all else is replaced; a null takes away what the standard resource has, as not knowing it does. */
    private static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isNull()) {
                into.remove(property.getKey());
            } else if (value instanceof ObjectNode object
                    && !object.has("$unknown")
                    && into.get(property.getKey()) instanceof ObjectNode target) {
                merge(target, object);
            } else {
                into.set(property.getKey(), value);
            }
        });
    }

    private static Resource withUnknown(Resource resource, String component) {
        ObjectNode node = InventoryJson.mapper().valueToTree(resource);
        ObjectNode owner = component.equals("tags") ? (ObjectNode) node.get("identity") : node;
        owner.putObject(component).set("$unknown", InventoryJson.mapper().valueToTree(REFUSED));
        node.put("type", resource.type());
        return InventoryJson.mapper().treeToValue(node, Resource.class);
    }
}
