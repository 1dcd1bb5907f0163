package io.awsaudit.localstack.estate;

import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Makes the resources of a kind: each property is the standard one's, or now and then one of a case that fails a check, so
 * that a resource may have several things wrong with it.
 */
final class Mould {
    /** How often a property is one of those that fail, for each of them and for all. */
    private static final double EACH = 0.08;

    private static final double ALL = 0.4;
    private static final double UNTAGGED = 0.1;
    private static final double UNKNOWN = 0.01;
    private static final List<String> OWNERS =
            List.of("team-orders", "team-billing", "team-search", "team-platform", "team-data", "team-mobile");
    private static final List<String> STAGES = List.of("production", "staging", "test", "development");

    /** A value and the template that it comes from, which says what of it means the template itself. */
    private record Candidate(Object value, Node.Compiler compiler) {
        Node node() {
            return compiler.compile(value);
        }
    }

    /** A property that is one of several. */
    private record Choice(Node usual, List<Node> others, int purpose) implements Node {
        @Override
        public Object at(Site site) {
            if (!others.isEmpty()) {
                double each = Math.min(EACH, ALL / others.size());
                int chosen = (int) (site.chance(purpose) / each);
                if (chosen < others.size()) {
                    return others.get(chosen).at(site);
                }
            }
            return usual.at(site);
        }
    }

    /** A record whose properties are chosen one by one. */
    private record Parts(Node.Maker maker, List<Node> parts, boolean known) implements Node {
        @Override
        public Object at(Site site) {
            Object made = maker.make(parts.stream().map(part -> part.at(site)).toArray());
            return known ? Observed.known(made) : made;
        }
    }

    private final Kind kind;
    private final Node.Maker maker;
    private final List<Node> properties = new ArrayList<>();
    private final List<Node> usual;
    private final List<String> names;
    private final List<Integer> observed;
    private final boolean taggable;
    private final List<Specials.Special> specials;
    private int purposes = 16;

    Mould(Kind kind, List<Kind> kinds, Templates templates, Specials specials) {
        this.kind = kind;
        Class<? extends Resource> type = kind.entry().type();
        Resource standard =
                java.util.Objects.requireNonNull(templates.standard().get(type));
        List<Resource> failing = templates.failing().getOrDefault(type, List.of());
        this.maker = Node.Maker.of(type);
        this.taggable = templates.tagged().contains(type) || standard.tags().knownTo(tags -> !tags.isEmpty());
        List<String> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(component.getName());
        }
        this.names = components.subList(1, components.size());
        List<Node.Compiler> compilers = failing.stream()
                .map(resource -> new Node.Compiler(kinds, kind, resource.arn()))
                .toList();
        Node.Compiler own = new Node.Compiler(kinds, kind, standard.arn());
        List<Object> standardValues = Node.componentsOf(standard);
        List<List<Object>> failingValues =
                failing.stream().map(Node::componentsOf).toList();
        for (int component = 1; component < components.size(); component++) {
            int place = component;
            properties.add(property(
                    new Candidate(standardValues.get(place), own),
                    IntStream.range(0, failing.size())
                            .mapToObj(number ->
                                    new Candidate(failingValues.get(number).get(place), compilers.get(number)))
                            .toList(),
                    true));
        }
        this.specials = names.stream().map(name -> specials.of(kind, name)).toList();
        this.usual = standardValues.subList(1, standardValues.size()).stream()
                .map(own::compile)
                .toList();
        this.observed = IntStream.range(0, names.size())
                .filter(place -> type.getRecordComponents()[place + 1].getType() == Observed.class)
                .boxed()
                .toList();
    }

    private Node property(Candidate standard, List<Candidate> failing, boolean divisible) {
        int purpose = purposes++;
        List<Object> seen = new ArrayList<>(List.of(standard.value()));
        List<Candidate> others = new ArrayList<>();
        for (Candidate candidate : failing) {
            if (!seen.contains(candidate.value()) && !(candidate.value() instanceof Observed.Unknown)) {
                seen.add(candidate.value());
                others.add(candidate);
            }
        }
        if (divisible && others.size() > 1) {
            Class<?> parts = divisible(standard.value());
            if (parts != Object.class && others.stream().allMatch(other -> divisible(other.value()) == parts)) {
                return divided(standard, others, parts);
            }
        }
        return new Choice(standard.node(), others.stream().map(Candidate::node).toList(), purpose);
    }

    /** The record that a value is, or holds; {@code Object} where it is to be taken whole. */
    private static Class<?> divisible(Object value) {
        Object inner = inner(value);
        return inner.getClass().isRecord() && !(inner instanceof OpenValue) && !(inner instanceof Policy)
                ? inner.getClass()
                : Object.class;
    }

    private static Object inner(Object value) {
        return value instanceof Observed.Known<?> known ? known.value() : value;
    }

    private Node divided(Candidate standard, List<Candidate> others, Class<?> type) {
        List<Object> usualParts = Node.componentsOf(inner(standard.value()));
        List<Node> parts = new ArrayList<>();
        for (int part = 0; part < usualParts.size(); part++) {
            int place = part;
            parts.add(property(
                    new Candidate(usualParts.get(place), standard.compiler()),
                    others.stream()
                            .map(other -> new Candidate(
                                    Node.componentsOf(inner(other.value())).get(place), other.compiler()))
                            .toList(),
                    false));
        }
        return new Parts(Node.Maker.of(type), parts, standard.value() instanceof Observed);
    }

    Resource make(Site site) {
        Object[] values = values(site, properties);
        if (!observed.isEmpty() && site.chance(2) < UNKNOWN) {
            int place = observed.get((int) (site.chance(3) * observed.size()));
            values[place + 1] = Observed.unknown(new Gap(
                    Gap.Cause.DENIED,
                    site.arn().service() + ":Describe" + kind.entry().type().getSimpleName(),
                    Optional.empty(),
                    "User: arn:aws:sts::" + site.accountId()
                            + ":assumed-role/audit/session is not authorized to perform it"));
        }
        try {
            return (Resource) maker.make(values);
        } catch (IllegalStateException e) { // two properties that do not go together
            return (Resource) maker.make(values(site, usual));
        }
    }

    private Object[] values(Site site, List<Node> nodes) {
        Object[] values = new Object[names.size() + 1];
        values[0] = identity(site);
        for (int place = 0; place < nodes.size(); place++) {
            Object value = nodes.get(place).at(site);
            values[place + 1] = specials.get(place).apply(site, value);
        }
        return values;
    }

    private Identity identity(Site site) {
        String id = kind.id(site);
        if (!taggable || site.chance(4) < UNTAGGED) {
            return Identity.untagged(site.arn(), site.accountId(), site.regionName(), id);
        }
        long bits = site.bits(5);
        Map<String, String> tags = new TreeMap<>();
        String name = site.name();
        boolean named = (bits & 3) != 0;
        if (named) {
            tags.put("Name", name);
        }
        tags.put("Owner", OWNERS.get((int) (bits >>> 8 & 0xffff) % OWNERS.size()));
        tags.put("Environment", STAGES.get((int) (bits >>> 4 & 3)));
        if ((bits & 64) != 0) {
            tags.put("CostCenter", "cc-" + (1000 + (bits >>> 24 & 63)));
            tags.put("Application", name.substring(0, name.indexOf('-')));
        }
        return Identity.tagged(
                site.arn(),
                site.accountId(),
                site.regionName(),
                named && id.equals(site.arn().lastSegment()) ? name : id,
                tags);
    }
}
