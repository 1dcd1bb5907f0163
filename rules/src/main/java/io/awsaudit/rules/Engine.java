package io.awsaudit.rules;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Excerpt;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.InventoryGraph;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * Judges an inventory by checks.
 *
 * <p>Rules say what a violation is. The engine supplies the rest, so that no verdict rests on what was not seen: a
 * resource without a violation passes; a pass is unknown where a setting that the check reads was not read, or where the
 * listing of a type that its rules match has a gap; a failure is unknown where it rests on the absence of something that
 * may just not have been read.
 */
public final class Engine {
    private static final int PATH_LIMIT = 3;
    /** What a finding names of what was not seen, at most; one is enough to leave it undecided. */
    private static final int GAPS = 100;

    private static final int SEEN_LENGTH = 160;

    private final Catalog catalog;
    private final String toolVersion;

    public Engine(Catalog catalog, String toolVersion) {
        this.catalog = catalog;
        this.toolVersion = toolVersion;
    }

    /**
     * Judges an inventory.
     *
     * @param checks those to evaluate
     * @param suppressions what is accepted; findings that they cover stay in the result, marked
     */
    public AuditResult evaluate(
            Inventory inventory, Collection<Check> checks, Settings settings, Suppressions suppressions) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Resource>> byAccount =
                inventory.resources().stream().collect(Collectors.groupingBy(Resource::account));
        Set<Class<?>> present =
                inventory.resources().stream().map(Object::getClass).collect(Collectors.toSet());
        for (RuleBase rules : catalog.ruleBases()) {
            List<Check> chosen = checks.stream().filter(rules::has).toList();
            if (chosen.isEmpty()) {
                continue;
            }
            KieBase base = rules.kieBase(chosen, present);
            for (Inventory.AccountScope account : inventory.accounts()) {
                List<Resource> resources = byAccount.getOrDefault(account.id(), List.of());
                findings.addAll(
                        new AccountJudgement(inventory, account, resources, rules, base, chosen, settings).findings());
            }
        }
        Map<String, Check> byId = checks.stream().collect(Collectors.toMap(Check::id, check -> check));
        SuppressionIndex accepted = suppressions.index(checks);
        List<Finding> all = findings.stream()
                .map(finding -> accepted.of(
                                java.util.Objects.requireNonNull(byId.get(finding.checkId())), finding.resource())
                        .map(finding::suppressed)
                        .orElse(finding))
                .toList();
        return new AuditResult(
                toolVersion,
                inventory.asOf(),
                inventory.accounts(),
                inventory.coverage(),
                checks.stream().sorted(Comparator.comparing(Check::id)).toList(),
                FrameworkResults.of(catalog.frameworks(), all, byId.keySet()),
                all,
                inventory.resources().size(),
                suppressions.uses(all, checks, inventory.accounts(), inventory.coverage()),
                Optional.empty(),
                inventory.resources());
    }

    /** {@return how findings call all resources of a type whose listing has a gap} */
    static String every(String type) {
        return "every " + type;
    }

    /** One account's share of an evaluation: a session of its own, on rules that all share. */
    private static final class AccountJudgement {
        private final Inventory.AccountScope account;
        private final List<Resource> resources;
        private final RuleBase rules;
        private final List<Check> checks;
        private final Map<String, List<Coverage.Listing>> listings;
        private final InventoryGraph graph;
        private final Map<Class<?>, List<Resource>> byType;
        private final Map<RuleBase.Component, List<Resource>> unread = new HashMap<>();
        private final Map<Class<?>, Set<Arn>> arns = new HashMap<>();
        private final Verdicts verdicts = new Verdicts();

        AccountJudgement(
                Inventory inventory,
                Inventory.AccountScope account,
                List<Resource> resources,
                RuleBase rules,
                KieBase base,
                List<Check> checks,
                Settings settings) {
            this.account = account;
            this.resources = resources;
            this.rules = rules;
            this.checks = checks;
            this.listings = inventory.coverage().listings().stream()
                    .filter(listing -> listing.account().equals(account.id()))
                    .collect(Collectors.groupingBy(Coverage.Listing::type));
            this.graph = new InventoryGraph(resources);
            this.byType = resources.stream().collect(Collectors.groupingBy(Object::getClass));
            fire(base, new Audit(inventory.asOf(), settings, rules.checks()));
        }

        private void fire(KieBase base, Audit audit) {
            Set<String> chosen = checks.stream().map(Check::rule).collect(Collectors.toSet());
            Set<Class<? extends Resource>> wanted = rules.types(checks);
            KieSession session = base.newKieSession();
            try {
                setGlobal(session, "verdicts", verdicts);
                setGlobal(session, "audit", audit);
                session.addEventListener(new DefaultAgendaEventListener() {
                    @Override
                    public void beforeMatchFired(BeforeMatchFiredEvent event) {
                        verdicts.firing(event.getMatch().getRule().getName());
                    }
                });
                resources.stream()
                        .filter(resource -> wanted.contains(resource.getClass()))
                        .forEach(session::insert);
                session.fireAllRules(match -> {
                    String rule = match.getRule().getName();
                    return chosen.contains(RuleBase.checkOf(rule)) || rules.isDerivation(rule);
                });
            } finally {
                session.dispose();
            }
        }

        private static void setGlobal(KieSession session, String name, Object value) {
            try {
                session.setGlobal(name, value);
            } catch (RuntimeException e) {
                // Rules that never use a global do not declare it, and Drools then refuses to set it.
                if (!String.valueOf(e.getMessage()).contains("Unexpected global")) {
                    throw e;
                }
            }
        }

        List<Finding> findings() {
            return checks.stream().flatMap(this::findings).toList();
        }

        private Stream<Finding> findings(Check check) {
            Map<Resource, Verdicts.Opinion> opinions = verdicts.of(check.rule());
            RuleBase.Anatomy anatomy = rules.anatomy(check);
            Stream<Finding> ofResources = byType.getOrDefault(check.resource(), List.of()).stream()
                    .map(subject -> finding(check, subject, opinions.get(subject), anatomy));
            return Stream.concat(ofResources, unlisted(check));
        }

        private Finding finding(
                Check check,
                Resource subject,
                Verdicts.@org.jspecify.annotations.Nullable Opinion opinion,
                RuleBase.Anatomy anatomy) {
            if (opinion != null && !opinion.failedBy.isEmpty()) {
                Set<Gap> doubts = new LinkedHashSet<>(doubts(check, subject, opinion.failedBy));
                doubts.addAll(opinion.doubts);
                List<Evidence> evidence = List.copyOf(opinion.evidence);
                return doubts.isEmpty()
                        ? finding(check, subject, Verdict.FAIL, failure(check, evidence), evidence, doubts)
                        : unknown(check, subject, doubts);
            }
            if (opinion != null && !opinion.excludedBy.isEmpty()) {
                Set<Gap> doubts = doubts(check, subject, opinion.excludedBy);
                return doubts.isEmpty()
                        ? finding(check, subject, Verdict.NOT_APPLICABLE, opinion.reasons.get(0), List.of(), doubts)
                        : unknown(check, subject, doubts);
            }
            Set<Gap> gaps = new LinkedHashSet<>();
            ownGaps(check, subject, gaps);
            for (Class<?> type : anatomy.positive()) {
                if (type != check.resource()) {
                    listingGaps(type, subject.region(), gaps);
                }
                if (type != check.resource() || anatomy.repeated().contains(type)) {
                    componentGaps(check, type, subject, gaps);
                }
            }
            followedGaps(check, subject, gaps);
            return gaps.isEmpty()
                    ? finding(check, subject, Verdict.PASS, check.title() + ".", List.of(), gaps)
                    : unknown(check, subject, gaps);
        }

        /** What of a violation may be feigned by facts that were not read: empty when one of the rules is beyond doubt. */
        private Set<Gap> doubts(Check check, Resource subject, Set<String> firedRules) {
            Set<Gap> all = new LinkedHashSet<>();
            for (String rule : firedRules) {
                Set<Gap> gaps = new LinkedHashSet<>();
                for (Class<?> type : RuleBase.judged(rules.anatomy(rule).negative(), check)) {
                    listingGaps(type, subject.region(), gaps);
                    componentGaps(check, type, subject, gaps);
                }
                if (gaps.isEmpty()) {
                    return gaps;
                }
                all.addAll(gaps);
            }
            return all;
        }

        private void ownGaps(Check check, Resource subject, Set<Gap> gaps) {
            for (RuleBase.Component component : rules.reads(check)) {
                if (component.type() == check.resource()) {
                    Components.of(subject, component.name()).unknownBecause().ifPresent(gaps::add);
                }
            }
        }

        /** Settings of other resources that may bear on this one: of those that it is linked to, where it is linked to any. */
        private void componentGaps(Check check, Class<?> type, Resource subject, Set<Gap> gaps) {
            for (RuleBase.Component component : rules.reads(check)) {
                List<Resource> unread = component.type() == type ? unread(component) : List.of();
                if (unread.isEmpty()) {
                    continue;
                }
                Set<Arn> neighbours = neighbours(subject);
                boolean linked = neighbours.stream().anyMatch(arns(type)::contains);
                // A link may cross regions, as from a trail to its bucket; a rule without one looks in its own region.
                for (Resource other : unread) {
                    if (gaps.size() >= GAPS) {
                        return;
                    }
                    if (other != subject
                            && (linked
                                    ? neighbours.contains(other.arn())
                                    : sameRegion(other.region(), subject.region()))) {
                        Components.of(other, component.name()).unknownBecause().ifPresent(gaps::add);
                    }
                }
            }
        }

        /** The resources whose setting was not read: none or few, mostly, so that no pass looks at all of them. */
        private List<Resource> unread(RuleBase.Component component) {
            return unread.computeIfAbsent(
                    component,
                    wanted -> byType.getOrDefault(wanted.type(), List.of()).stream()
                            .filter(resource ->
                                    !Components.of(resource, wanted.name()).isKnown())
                            .toList());
        }

        private Set<Arn> arns(Class<?> type) {
            return arns.computeIfAbsent(
                    type,
                    wanted -> byType.getOrDefault(wanted, List.of()).stream()
                            .map(Resource::arn)
                            .collect(Collectors.toSet()));
        }

        private Set<Arn> neighbours(Resource subject) {
            return Stream.concat(
                            graph.edgesFrom(subject.arn()).stream().map(Edge::to),
                            graph.edgesTo(subject.arn()).stream().map(Edge::from))
                    .collect(Collectors.toSet());
        }

        private void followedGaps(Check check, Resource subject, Set<Gap> gaps) {
            graph.edgesFrom(subject.arn()).stream()
                    .filter(edge -> check.follows().contains(edge.relation().words()))
                    .filter(edge -> graph.resource(edge.to()).isEmpty())
                    .forEach(edge -> gaps.add(new Gap(
                            Gap.Cause.NOT_COLLECTED,
                            edge.relation().words() + " " + edge.to(),
                            Optional.empty(),
                            "it is outside of what was collected")));
        }

        private void listingGaps(Class<?> type, String region, Set<Gap> gaps) {
            String name = ResourceTypes.nameOf(type);
            List<Coverage.Listing> known = listings.getOrDefault(name, List.of());
            known.stream()
                    .filter(listing -> sameRegion(listing.region(), region))
                    .flatMap(listing -> listing.gap().stream())
                    .forEach(gaps::add);
            missingRegions(name, known).stream()
                    .filter(missing -> sameRegion(missing, region))
                    .forEach(missing -> gaps.add(notCollected(name, missing)));
        }

        private List<String> missingRegions(String type, List<Coverage.Listing> known) {
            Set<String> covered = known.stream().map(Coverage.Listing::region).collect(Collectors.toSet());
            if (covered.isEmpty()) {
                return List.of(Identity.GLOBAL);
            }
            return covered.contains(Identity.GLOBAL)
                    ? List.of()
                    : account.regions().stream()
                            .filter(region -> !covered.contains(region))
                            .toList();
        }

        private static Gap notCollected(String type, String region) {
            return new Gap(
                    Gap.Cause.NOT_COLLECTED,
                    "listing of " + type,
                    Optional.empty(),
                    "nobody asked for it" + (region.equals(Identity.GLOBAL) ? "" : " in " + region));
        }

        /** One unknown for each account and region whose resources of the check's type could not be listed. */
        private Stream<Finding> unlisted(Check check) {
            String type = check.resourceType();
            List<Coverage.Listing> known = listings.getOrDefault(type, List.of());
            Map<String, Gap> gaps = new HashMap<>();
            known.forEach(listing -> listing.gap().ifPresent(gap -> gaps.put(listing.region(), gap)));
            missingRegions(type, known).forEach(region -> gaps.put(region, notCollected(type, region)));
            return gaps.entrySet().stream().map(entry -> {
                Finding.Subject place = new Finding.Subject(
                        new Arn("arn:" + account.partition() + ":iam::" + account.id() + ":root"),
                        type,
                        account.id(),
                        entry.getKey(),
                        every(type),
                        Map.of());
                return new Finding(
                        check.id(),
                        Verdict.UNKNOWN,
                        check.severity(),
                        place,
                        "Not decided for " + type + ": " + entry.getValue().sentence() + ".",
                        List.of(),
                        List.of(),
                        List.of(entry.getValue()),
                        Finding.fingerprint(check.id(), place),
                        Optional.empty());
            });
        }

        private static boolean sameRegion(String one, String other) {
            return one.equals(other) || one.equals(Identity.GLOBAL) || other.equals(Identity.GLOBAL);
        }

        private Finding unknown(Check check, Resource subject, Set<Gap> gaps) {
            return finding(
                    check,
                    subject,
                    Verdict.UNKNOWN,
                    "Not decided: " + gaps.stream().limit(3).map(Gap::sentence).collect(Collectors.joining("; "))
                            + (gaps.size() > 3
                                    ? "; and " + (gaps.size() < GAPS ? gaps.size() - 3 + " more" : "many more")
                                    : "")
                            + ".",
                    List.of(),
                    gaps);
        }

        private static String failure(Check check, List<Evidence> evidence) {
            String seen = evidence.stream()
                    .limit(3)
                    .map(item -> item.property() + " = " + Excerpt.of(item.seen(), SEEN_LENGTH))
                    .collect(Collectors.joining("; "));
            return "Does not hold: " + check.title() + (seen.isEmpty() ? "" : ". Seen: " + seen)
                    + (evidence.size() > 3 ? "; and " + (evidence.size() - 3) + " more" : "") + ".";
        }

        private Finding finding(
                Check check,
                Resource subject,
                Verdict verdict,
                String message,
                List<Evidence> evidence,
                Collection<Gap> gaps) {
            Finding.Subject about = Finding.Subject.of(subject);
            return new Finding(
                    check.id(),
                    verdict,
                    check.severity(),
                    about,
                    message,
                    evidence,
                    path(subject, evidence),
                    List.copyOf(gaps),
                    Finding.fingerprint(check.id(), about),
                    Optional.empty());
        }

        /** The edges of the shortest ways from the subject to the other resources that the evidence names. */
        private List<Edge> path(Resource subject, List<Evidence> evidence) {
            Set<Arn> targets =
                    evidence.stream().map(Evidence::resource).collect(Collectors.toCollection(LinkedHashSet::new));
            targets.remove(subject.arn());
            Set<Edge> path = new LinkedHashSet<>();
            targets.forEach(target -> path.addAll(path(subject.arn(), target)));
            return List.copyOf(path);
        }

        private List<Edge> path(Arn from, Arn to) {
            Deque<List<Edge>> open = new ArrayDeque<>(List.of(List.of()));
            Set<Arn> seen = new HashSet<>(Set.of(from));
            Deque<Arn> ends = new ArrayDeque<>(List.of(from));
            while (!open.isEmpty()) {
                List<Edge> way = open.remove();
                Arn end = ends.remove();
                if (end.equals(to)) {
                    return way;
                }
                if (way.size() == PATH_LIMIT) {
                    continue;
                }
                Stream.concat(graph.edgesFrom(end).stream(), graph.edgesTo(end).stream())
                        .forEach(edge -> {
                            Arn next = edge.from().equals(end) ? edge.to() : edge.from();
                            if (seen.add(next)) {
                                List<Edge> longer = new ArrayList<>(way);
                                longer.add(edge);
                                open.add(longer);
                                ends.add(next);
                            }
                        });
            }
            return List.of();
        }
    }

    /** Reads {@code Observed} components of records by name. */
    static final class Components {
        private Components() {}

        static Observed<?> of(Resource resource, String name) {
            if (name.equals("tags")) {
                return resource.tags();
            }
            try {
                var accessor = resource.getClass().getMethod(name);
                return (Observed<?>) accessor.invoke(resource);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(resource.getClass() + " has no component " + name, e);
            }
        }
    }
}
