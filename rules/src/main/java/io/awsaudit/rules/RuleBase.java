package io.awsaudit.rules;

import static java.util.Objects.requireNonNull;

import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.rules.derived.Census;
import io.awsaudit.rules.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.base.base.SalienceInteger;
import org.drools.base.rule.accessor.Salience;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/** Compiled rules, the checks that they answer, and what each of them reads. */
final class RuleBase {
    /**
     * A rule that inserts facts for others to build on, or that remarks on checks through {@link Verdicts#explain} and
     * {@link Verdicts#doubt}.
     *
     * @param rule its name
     * @param derives the simple name of the fact's class; empty for a remark
     * @param reads {@code Observed} components, as {@code Instance.publicIp}
     */
    record Derivation(String rule, String derives, List<String> reads) {}

    /**
     * What the verdicts of a rule or a check rest on, derived facts resolved to the resources behind them.
     *
     * @param positive types whose missing resources could hide a violation
     * @param negative types whose missing resources could feign one
     * @param repeated types of which a second resource may bear on the first
     */
    record Anatomy(Set<Class<?>> positive, Set<Class<?>> negative, Set<Class<?>> repeated) {}

    /** Rules in the form in which they fire. */
    interface Rules {
        /** {@return a base that holds the rules of these names at least} */
        KieBase of(Set<String> names);
    }

    private static final Salience DERIVATIONS_FIRST = new SalienceInteger(1);

    private final Rules compiled;
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final List<Derivation> derivations;
    private final Set<String> derivationRules = new HashSet<>();
    private final Map<String, RuleReader.Reading> readings;
    private final Places places;
    private final Map<String, Anatomy> anatomies = new ConcurrentHashMap<>();
    /** By what {@link #checkOf} returns, sorted. */
    private final Map<String, List<String>> rulesOfChecks = new HashMap<>();

    private final Map<String, Set<Component>> reads = new ConcurrentHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** An {@code Observed} component of a type. */
    record Component(Class<? extends Resource> type, String name) {
        @Override
        public String toString() {
            return ResourceTypes.nameOf(type) + "." + name;
        }
    }

    /**
     * Says how messages begin: with the file and line of what they are about, if that is the user's.
     *
     * @param check by a check's id
     * @param rule by a rule's name
     */
    record Places(UnaryOperator<String> check, UnaryOperator<String> rule) {
        static final Places NONE = new Places(id -> "", name -> "");
    }

    /**
     * Holds rules and what is said of them.
     *
     * @param readings what each rule matches, by its name
     */
    RuleBase(
            Rules compiled,
            Map<String, RuleReader.Reading> readings,
            Collection<Check> checks,
            List<Derivation> derivations,
            Places places) {
        this.compiled = compiled;
        this.readings = readings;
        this.places = places;
        this.derivations = derivations;
        derivations.forEach(derivation -> derivationRules.add(derivation.rule()));
        checks.forEach(check -> {
            if (this.checks.put(check.id(), check) != null) {
                problems.add(places.check().apply(check.id()) + "check " + check.id() + " is defined twice");
            }
        });
        new TreeSet<>(readings.keySet())
                .forEach(rule -> rulesOfChecks
                        .computeIfAbsent(checkOf(rule), check -> new ArrayList<>())
                        .add(rule));
    }

    /** Returns every mistake in what is said of the rules: looked for when this program is built, and in users' own. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(this.problems);
        // Derivations fire in no order among themselves, so that none can know yet what another will not derive.
        derivations.stream()
                .filter(derivation -> readings.containsKey(derivation.rule()))
                .forEach(derivation -> requireNonNull(readings.get(derivation.rule())).negative().stream()
                        .filter(type -> !Resource.class.isAssignableFrom(type))
                        .forEach(type -> problems.add(
                                places.rule().apply(derivation.rule()) + "derivation \"" + derivation.rule()
                                        + "\" negates " + type.getSimpleName() + ", which is itself derived")));
        Set<String> judges = this.checks.values().stream().map(Check::rule).collect(Collectors.toSet());
        new TreeMap<>(readings).forEach((rule, reading) -> {
            resolve(reading, new HashSet<>(), problems::add);
            if (!judges.contains(checkOf(rule)) && !isDerivation(rule)) {
                problems.add(places.rule().apply(rule) + "rule \"" + rule
                        + "\" belongs to no check: there is no metadata of that id"
                        + Words.nearest(checkOf(rule), this.checks.keySet()) + ".");
            }
        });
        this.checks.values().forEach(check -> {
            if (check.deprecated().isEmpty() && rulesOf(check).isEmpty()) {
                problems.add(places.check().apply(check.id()) + "check " + check.id() + " has no rule "
                        + (check.rule().equals(check.id()) ? "of that name" : check.rule())
                        + Words.nearest(check.rule(), readings.keySet()) + ".");
            }
            Anatomy anatomy = anatomy(check);
            Stream.concat(anatomy.positive().stream(), anatomy.negative().stream())
                    .filter(Class::isInterface)
                    .distinct()
                    .forEach(type -> problems.add(places.check().apply(check.id()) + "check " + check.id()
                            + " has a rule that matches " + type.getSimpleName()
                            + ", which stands for several types; only a rule on what it judges may."));
            components(check, problems::add);
            check.follows().stream()
                    .filter(words -> Arrays.stream(Relation.values())
                            .noneMatch(relation -> relation.words().equals(words)))
                    .forEach(words -> problems.add(places.check().apply(check.id()) + "check " + check.id()
                            + " follows '" + words + "', which is no relation"
                            + Words.nearest(
                                    words,
                                    Arrays.stream(Relation.values())
                                            .map(Relation::words)
                                            .toList()) + "."));
        });
        return problems;
    }

    /**
     * Compiles a user's rules, together with the built-in derivations that they may build on. What they hold is Java in the
     * end, and runs with this program's rights.
     *
     * @param placeOfCheck how messages about a check begin, by its id
     * @throws CatalogException listing what does not compile
     */
    static RuleBase interpreted(
            Source source, Collection<Check> checks, List<Derivation> derivations, UnaryOperator<String> placeOfCheck) {
        KieServices kie = KieServices.get();
        KieFileSystem files = kie.newKieFileSystem();
        RuleMistakes mistakes = new RuleMistakes();
        Source builtIn = Source.builtIn();
        List<Path> shared = builtIn.files("derived", ".drl");
        // A directory without a folder of checks is searched whole, its derivations included.
        Set<Path> own = new LinkedHashSet<>(source.files("derived", ".drl"));
        own.addAll(source.files("families", ".drl"));
        own.addAll(source.files(source.checks(), ".drl"));
        // Drools takes rules from a folder only, and none from the root.
        int number = 0;
        for (Path file : shared) {
            files.write("src/main/resources/rules/" + number++ + ".drl", builtIn.text(file));
        }
        List<String> unreadable = new ArrayList<>();
        for (Path file : own) {
            String place = "rules/" + number++ + ".drl";
            try {
                String text = source.text(file);
                mistakes.add(place, source.name(file), text);
                files.write("src/main/resources/" + place, text);
            } catch (CatalogException e) {
                unreadable.addAll(e.problems());
            }
        }
        if (!unreadable.isEmpty()) {
            throw new CatalogException(unreadable);
        }
        KieBase base;
        try {
            KieBuilder builder = kie.newKieBuilder(files).buildAll(ExecutableModelProject.class);
            List<String> errors = mistakes.of(builder.getResults().getMessages(Message.Level.ERROR));
            if (!errors.isEmpty()) {
                throw new CatalogException(errors);
            }
            base = kie.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        } catch (CatalogException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) { // of what Drools finds out in no other way
            throw new CatalogException(List.of(
                    source.name() + ": the rules do not compile: " + InventoryJson.quoted(String.valueOf(e)) + "."));
        }
        Places places =
                new Places(placeOfCheck, rule -> mistakes.placeOfRule(rule).orElse(source.name() + ": "));
        Map<String, RuleReader.Reading> readings = new HashMap<>();
        List<String> twice = new ArrayList<>();
        RuleReader.rules(base).forEach(rule -> {
            if (readings.put(rule.getName(), RuleReader.read(rule)) != null) {
                twice.add(places.rule().apply(rule.getName()) + "rule \"" + rule.getName() + "\" is defined twice");
            }
        });
        RuleBase rules = new RuleBase(names -> base, readings, checks, derivations, places);
        rules.problems.addAll(0, twice);
        return rules;
    }

    /** {@return the id of the check that a rule belongs to: its name up to the first space} */
    static String checkOf(String rule) {
        int space = rule.indexOf(' ');
        return space < 0 ? rule : rule.substring(0, space);
    }

    /**
     * Returns what fires for some checks, where there are resources of some types: the rules of those that can judge any of
     * them, and all that derive.
     */
    KieBase kieBase(Collection<Check> chosen, Set<Class<?>> present) {
        Set<String> names = new TreeSet<>(derivationRules);
        chosen.stream()
                .filter(check -> present.contains(check.resource()))
                .forEach(check -> names.addAll(rulesOf(check)));
        KieBase base = compiled.of(names);
        RuleReader.rules(base)
                .filter(rule -> isDerivation(rule.getName()))
                .forEach(rule ->
                        // A check may ask for a derived fact not to exist, so all of them must exist before any check
                        // fires.
                        rule.setSalience(DERIVATIONS_FIRST));
        return base;
    }

    /** {@return whether a check is one of these} */
    boolean has(Check check) {
        return check.equals(checks.get(check.id()));
    }

    Collection<Check> checks() {
        return checks.values();
    }

    Anatomy anatomy(String rule) {
        return anatomies.computeIfAbsent(rule, name -> {
            RuleReader.Reading reading = readings.get(name);
            return reading == null
                    ? new Anatomy(Set.of(), Set.of(), Set.of())
                    : resolve(reading, new HashSet<>(), problem -> {});
        });
    }

    /** {@return what the verdicts of a check rest on, all of its rules together} */
    Anatomy anatomy(Check check) {
        Anatomy all = new Anatomy(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        rulesOf(check).forEach(rule -> {
            all.positive().addAll(judged(anatomy(rule).positive(), check));
            all.negative().addAll(judged(anatomy(rule).negative(), check));
            all.repeated().addAll(judged(anatomy(rule).repeated(), check));
        });
        return all;
    }

    /** The rule of a family matches resources of several types; for one of its checks, these are those that it judges. */
    static Set<Class<?>> judged(Set<Class<?>> types, Check check) {
        return types.stream()
                .map(type -> type.isInterface() && type.isAssignableFrom(check.resource()) ? check.resource() : type)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<Component> reads(Check check) {
        return checks.containsKey(check.id())
                ? reads.computeIfAbsent(check.id(), id -> components(check, problem -> {}))
                : Set.of();
    }

    boolean isDerivation(String rule) {
        return derivationRules.contains(rule);
    }

    private List<String> rulesOf(Check check) {
        return rulesOfChecks.getOrDefault(check.rule(), List.of());
    }

    /** {@return whether some of these checks ask how many resources there are} */
    boolean isCounting(Collection<Check> chosen) {
        return chosen.stream()
                .flatMap(check -> rulesOf(check).stream())
                .map(readings::get)
                .anyMatch(reading -> reading != null
                        && Stream.concat(reading.positive().stream(), reading.negative().stream())
                                .anyMatch(Census.COUNTS::contains));
    }

    Set<Class<? extends Resource>> types(Collection<Check> chosen) {
        Set<Class<? extends Resource>> types = new LinkedHashSet<>();
        for (Check check : chosen) {
            if (checks.containsKey(check.id())) {
                types.add(check.resource());
                Anatomy anatomy = anatomy(check);
                anatomy.positive().forEach(type -> types.add(type.asSubclass(Resource.class)));
                anatomy.negative().forEach(type -> types.add(type.asSubclass(Resource.class)));
            }
        }
        return types;
    }

    Set<String> components(Collection<Check> chosen) {
        return chosen.stream()
                .filter(check -> checks.containsKey(check.id()))
                .flatMap(check -> reads(check).stream())
                .map(Component::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Anatomy resolve(RuleReader.Reading reading, Set<Class<?>> seen, Consumer<String> problems) {
        Set<Class<?>> positive = new LinkedHashSet<>();
        Set<Class<?>> negative = new LinkedHashSet<>();
        reading.positive().forEach(type -> add(type, positive, negative, seen, problems));
        // Under a negation the roles change: what hides a derived fact feigns its absence.
        reading.negative().forEach(type -> add(type, negative, positive, seen, problems));
        Set<Class<?>> repeated = new LinkedHashSet<>(reading.repeated());
        // What lies behind a derived fact may be another resource of a type that is matched beside it.
        Stream.concat(reading.positive().stream(), reading.negative().stream())
                .filter(type -> !Resource.class.isAssignableFrom(type))
                .forEach(type -> {
                    Set<Class<?>> behind = new LinkedHashSet<>();
                    add(type, behind, behind, seen, problems);
                    repeated.addAll(behind);
                });
        return new Anatomy(positive, negative, repeated);
    }

    private void add(
            Class<?> type, Set<Class<?>> same, Set<Class<?>> other, Set<Class<?>> seen, Consumer<String> problems) {
        if (Resource.class.isAssignableFrom(type)) {
            same.add(type);
            return;
        }
        if (Census.COUNTS.contains(type)) {
            same.addAll(Census.TYPES);
            return;
        }
        if (!seen.add(type)) {
            return;
        }
        derivationsOf(type).forEach(derivation -> {
            RuleReader.Reading reading = readings.get(derivation.rule());
            if (reading == null) {
                problems.accept("derivation " + derivation.rule() + " has no rule of that name");
                return;
            }
            Anatomy inner = resolve(reading, seen, problems);
            same.addAll(inner.positive());
            other.addAll(inner.negative());
        });
        seen.remove(type);
    }

    private List<Derivation> derivationsOf(Class<?> type) {
        return derivations.stream()
                .filter(derivation -> derivation.derives().equals(type.getSimpleName()))
                .toList();
    }

    private Set<Component> components(Check check, Consumer<String> problems) {
        Set<Component> components = new LinkedHashSet<>();
        Set<Class<?>> own = new HashSet<>();
        rulesOf(check).forEach(rule -> own.addAll(matched(rule)));
        check.reads().forEach(read -> component(check, read, own, components, problems));
        Set<Class<?>> derived = new HashSet<>();
        rulesOf(check).forEach(rule -> facts(readings.get(rule), derived));
        if (derived.stream().anyMatch(Census.COUNTS::contains)) {
            Census.DECIDING.forEach((type, name) -> components.add(new Component(type, name)));
        }
        if (derived.contains(Census.Upkeep.class)) {
            Census.TYPES.forEach(type -> components.add(new Component(type, "tags")));
        }
        derived.forEach(type -> derivationsOf(type)
                .forEach(derivation -> derivation
                        .reads()
                        .forEach(read -> component(check, read, matched(derivation.rule()), components, problems))));
        return components;
    }

    private void facts(RuleReader.@org.jspecify.annotations.Nullable Reading reading, Set<Class<?>> derived) {
        if (reading == null) {
            return;
        }
        List<Class<?>> types = new ArrayList<>(reading.positive());
        types.addAll(reading.negative());
        for (Class<?> type : types) {
            if (!Resource.class.isAssignableFrom(type) && derived.add(type)) {
                derivationsOf(type).forEach(derivation -> facts(readings.get(derivation.rule()), derived));
            }
        }
    }

    /** {@return the types that a rule names itself} */
    private Set<Class<?>> matched(String rule) {
        RuleReader.Reading reading = readings.get(rule);
        return reading == null
                ? Set.of()
                : Stream.concat(reading.positive().stream(), reading.negative().stream())
                        .collect(Collectors.toSet());
    }

    private void component(
            Check check, String read, Set<Class<?>> matched, Set<Component> components, Consumer<String> problems) {
        int dot = read.indexOf('.');
        String name = read.substring(dot + 1);
        List<Class<? extends Resource>> candidates =
                dot < 0 ? List.of(check.resource()) : ResourceTypes.bySimpleName(read.substring(0, dot));
        // Several services may have a record of one name: of those that have the setting, what the rule matches goes
        // first, then the check's own service.
        candidates.stream()
                .filter(type -> ResourceTypes.observedComponents(type).contains(name))
                .min(Comparator.<Class<? extends Resource>, Boolean>comparing(type -> !matched.contains(type))
                        .thenComparing(type ->
                                !type.getPackageName().equals(check.resource().getPackageName())))
                .ifPresentOrElse(
                        type -> components.add(new Component(type, name)),
                        () -> problems.accept(places.check().apply(check.id()) + "check " + check.id() + " reads '"
                                + read
                                + "', which is no Observed component"
                                + Words.nearest(
                                        name,
                                        candidates.stream()
                                                .flatMap(type -> ResourceTypes.observedComponents(type).stream())
                                                .toList())
                                + "."));
    }
}
