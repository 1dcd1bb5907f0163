package io.awsaudit.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * The rules that were compiled when this program was built. What they match was read off them then, so that planning and
 * listing need none of them, and an evaluation only those that can fire.
 */
final class BuiltInRules implements RuleBase.Rules {
    /** Where Drools's build leaves the names of the classes that hold the rules, one a file of rules. */
    private static final String INDEX = "/META-INF/kie/io.awsaudit/aws-audit-rules/drools-model";

    /** How many bases are kept: an evaluation asks for one, and tests for the same one over and over. */
    private static final int KEPT = 8;

    /** A base that is kept does for fewer rules, too, if it has no more than one besides so many: making another takes longer. */
    private static final int MORE = 8;

    /**
     * What was read off a rule.
     *
     * @param model the name of the class that holds it
     */
    record Packed(String model, RuleReader.Reading reading) {}

    /** Some of the rules of a model. */
    private record Part(Model whole, Set<String> names) implements Model {
        @Override
        public String getName() {
            return whole.getName();
        }

        @Override
        public String getPackageName() {
            return whole.getPackageName();
        }

        @Override
        public List<Global> getGlobals() {
            return whole.getGlobals();
        }

        @Override
        public List<Rule> getRules() {
            return whole.getRules().stream()
                    .filter(rule -> names.contains(rule.getName()))
                    .toList();
        }

        @Override
        public List<Query> getQueries() {
            return whole.getQueries();
        }

        @Override
        public List<TypeMetaData> getTypeMetaDatas() {
            return whole.getTypeMetaDatas();
        }

        @Override
        public List<EntryPoint> getEntryPoints() {
            return whole.getEntryPoints();
        }
    }

    private final Map<String, Packed> rules;
    private final Map<Set<String>, KieBase> bases = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<String>, KieBase> eldest) {
            return size() > KEPT;
        }
    };

    BuiltInRules(Map<String, Packed> rules) {
        this.rules = rules;
    }

    /** Returns a base of these rules, and perhaps of some more, which have not to fire. */
    @Override
    public synchronized KieBase of(Set<String> names) {
        Set<String> wanted = Set.copyOf(names);
        Set<String> kept = bases.keySet().stream()
                .filter(some -> some.size() - wanted.size() <= wanted.size() / MORE && some.containsAll(wanted))
                .min(Comparator.comparing(Set::size))
                .orElse(wanted);
        return bases.computeIfAbsent(kept, this::make);
    }

    private KieBase make(Set<String> wanted) {
        List<Model> models = wanted.stream()
                .map(name -> Objects.requireNonNull(rules.get(name), () -> "no built-in rule " + name))
                .map(Packed::model)
                .distinct()
                .sorted()
                .map(model -> (Model) new Part(load(model), wanted))
                .toList();
        KieBase base = KieBaseBuilder.createKieBaseFromModel(models);
        // A rule that is not there cannot fire, and its check would pass everything.
        Set<String> there = RuleReader.rules(base).map(RuleImpl::getName).collect(Collectors.toSet());
        if (!there.equals(wanted)) {
            throw new IllegalStateException("The compiled rules are not those that were read; build the project again");
        }
        return base;
    }

    /** Reads all rules, when the program is built. */
    static Map<String, Packed> read() {
        Map<String, Packed> packed = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (String name : models()) {
            RuleReader.rules(KieBaseBuilder.createKieBaseFromModel(List.of(load(name))))
                    .forEach(rule -> {
                        if (packed.put(rule.getName(), new Packed(name, RuleReader.read(rule))) != null) {
                            twice.add("rule \"" + rule.getName() + "\" is defined twice");
                        }
                    });
        }
        if (!twice.isEmpty()) {
            throw new CatalogException(twice);
        }
        return packed;
    }

    private static List<String> models() {
        try (@Nullable InputStream index = BuiltInRules.class.getResourceAsStream(INDEX)) {
            Stream<String> lines = new BufferedReader(new InputStreamReader(
                            Objects.requireNonNull(index, "The compiled rules are missing; build the project again"),
                            StandardCharsets.UTF_8))
                    .lines();
            return lines.skip(1)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Model load(String name) {
        try {
            return (Model) type(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The compiled rules do not load; build the project again", e);
        }
    }

    /** {@return a class of this program or of its rules} */
    static Class<?> type(String name) {
        try {
            return Class.forName(name, true, BuiltInRules.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The compiled rules do not load; build the project again", e);
        }
    }
}
