package io.awsaudit.rules;

import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The checks and frameworks there are: the built-in ones, and a user's own beside them. */
public final class Catalog {
    private final List<RuleBase> ruleBases;
    private final Map<String, Check> checks = new TreeMap<>();
    private final Map<String, Framework> frameworks = new LinkedHashMap<>();

    private Catalog(List<RuleBase> ruleBases, List<Framework> frameworks) {
        this.ruleBases = ruleBases;
        ruleBases.forEach(base -> base.checks().forEach(check -> checks.put(check.id(), check)));
        frameworks.forEach(framework -> this.frameworks.put(framework.id(), framework));
    }

    /** Holds the built-in catalogue, so that it is loaded once, when first asked for. */
    private static final class BuiltIn {
        static final Catalog CATALOG = load();

        private static Catalog load() {
            return of(PackedCatalog.builtIn());
        }
    }

    /** {@return a catalogue out of its packed form, whose mistakes {@link CatalogPacker} looked for} */
    static Catalog of(PackedCatalog packed) {
        RuleBase base = new RuleBase(
                new BuiltInRules(packed.rules()),
                packed.readings(),
                packed.checks(),
                packed.derivations(),
                RuleBase.Places.NONE);
        return new Catalog(List.of(base), packed.frameworks());
    }

    /** {@return the checks and frameworks of this program} */
    public static Catalog builtIn() {
        return BuiltIn.CATALOG;
    }

    /**
     * Returns this catalogue together with a user's directory, whose rules are compiled now.
     *
     * @throws CatalogException listing every mistake, each with its file
     */
    public Catalog with(Path directory) {
        Source source = Source.directory(directory);
        List<String> problems = new ArrayList<>();
        if (source.files(source.checks(), ".drl").isEmpty()) {
            throw new CatalogException(
                    List.of("No rules in " + directory + ": there is no file in it whose name ends in .drl."));
        }
        Map<String, String> places = new HashMap<>();
        List<Check> own = CatalogReader.checks(source, problems, places);
        UnaryOperator<String> place = id -> places.getOrDefault(id, source.name() + ": ");
        own.stream()
                .filter(check -> check(check.id()).isPresent())
                .forEach(check -> problems.add(place.apply(check.id()) + "check " + check.id()
                        + " exists already, built in; choose another id."));
        List<RuleBase.Derivation> derivations =
                new ArrayList<>(PackedCatalog.builtIn().derivations());
        derivations.addAll(CatalogReader.derivations(source, problems));
        List<Check> allChecks = new ArrayList<>(checks.values());
        allChecks.addAll(own);
        List<Framework> ownFrameworks = CatalogReader.frameworks(source, allChecks, problems);
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        List<RuleBase> bases = new ArrayList<>(ruleBases);
        bases.add(RuleBase.interpreted(source, own, derivations, place));
        List<Framework> all = new ArrayList<>(frameworks.values());
        all.addAll(ownFrameworks);
        return new Catalog(bases, all).verified(problems);
    }

    /** {@return the checks, sorted by id} */
    public Collection<Check> checks() {
        return checks.values();
    }

    /** {@return the check of an id, or of one that it had before} */
    public Optional<Check> check(String id) {
        Check check = checks.get(id);
        return check != null
                ? Optional.of(check)
                : checks.values().stream().filter(other -> other.answersTo(id)).findFirst();
    }

    /** {@return the frameworks, in order of id} */
    public Collection<Framework> frameworks() {
        return frameworks.values();
    }

    /** {@return the framework of an id} */
    public Optional<Framework> framework(String id) {
        return Optional.ofNullable(frameworks.get(id));
    }

    List<RuleBase> ruleBases() {
        return ruleBases;
    }

    /** {@return the record types that the rules of some checks match, to collect} */
    public List<Class<? extends Resource>> typesOf(Collection<Check> chosen) {
        return ruleBases.stream()
                .flatMap(base -> base.types(chosen).stream())
                .distinct()
                .sorted(Comparator.comparing(ResourceTypes::nameOf))
                .toList();
    }

    /** {@return the settings that the rules of some checks read, as {@code AWS::S3::Bucket.versioning}, sorted} */
    public List<String> componentsOf(Collection<Check> chosen) {
        return ruleBases.stream()
                .flatMap(base -> base.components(chosen).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Returns this catalogue, if it holds together.
     *
     * @param problems those found so far
     * @throws CatalogException listing every problem
     */
    Catalog verified(List<String> problems) {
        for (RuleBase base : ruleBases) {
            problems.addAll(base.problems());
        }
        for (Framework framework : frameworks.values()) {
            for (Framework.Control control : framework.controls()) {
                control.checks().stream()
                        .filter(id -> !checks.containsKey(id))
                        .forEach(id -> problems.add("frameworks/" + framework.id() + ".yaml: control " + control.id()
                                + " names check " + id + ", which does not exist"));
                if (!control.manual()
                        && control.checks().isEmpty()
                        && control.unanswered().isEmpty()) {
                    problems.add("frameworks/" + framework.id() + ".yaml: control " + control.id()
                            + " has no check, is not manual, and does not say under 'unanswered' why");
                }
                if (!control.checks().isEmpty() && control.unanswered().isPresent()) {
                    problems.add("frameworks/" + framework.id() + ".yaml: control " + control.id() + " is answered by "
                            + control.checks() + " and says under 'unanswered' that it is not");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        return this;
    }
}
