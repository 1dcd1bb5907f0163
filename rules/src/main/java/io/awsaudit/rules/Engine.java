package io.awsaudit.rules;

import static java.util.Objects.requireNonNull;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Excerpt;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.InventoryGraph;
import io.awsaudit.inventory.InventoryStream;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.inventory.account.Account;
import io.awsaudit.rules.derived.Census;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
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
        Set<Class<?>> present =
                inventory.resources().stream().map(Object::getClass).collect(Collectors.toSet());
        try (InventoryStream accounts = InventoryStream.of(inventory)) {
            return evaluate(accounts, checks, settings, suppressions, present, inventory.resources());
        }
    }

    /**
     * Judges an inventory account by account, of which those that are judged at the moment are in memory. The result does
     * not hold what was judged.
     *
     * @param checks those to evaluate
     * @param suppressions what is accepted; findings that they cover stay in the result, marked
     */
    public AuditResult evaluate(
            InventoryStream inventory, Collection<Check> checks, Settings settings, Suppressions suppressions) {
        return evaluate(inventory, checks, settings, suppressions, Set.copyOf(ResourceTypes.all()), List.of());
    }

    private AuditResult evaluate(
            InventoryStream inventory,
            Collection<Check> checks,
            Settings settings,
            Suppressions suppressions,
            Set<Class<?>> present,
            List<Resource> judged) {
        Preparation prepared = new Preparation(inventory.asOf(), checks, settings, suppressions, present);
        Findings all = new Judging(prepared, inventory).findings();
        return new AuditResult(
                toolVersion,
                inventory.asOf(),
                inventory.accounts(),
                inventory.coverage(),
                checks.stream().sorted(Comparator.comparing(Check::id)).toList(),
                FrameworkResults.of(
                        catalog.frameworks(),
                        all,
                        checks.stream().map(Check::id).collect(Collectors.toSet())),
                all,
                inventory.resources(),
                suppressions.uses(all.notable(), checks, inventory.accounts(), inventory.coverage()),
                Optional.empty(),
                judged);
    }

    /**
     * Loads the rules that an evaluation will need, so that it finds them there: while the inventory is still being read.
     *
     * @param types the CloudFormation type names of the resources that there will be; ones that are not known are left out
     */
    public void prepare(Collection<Check> checks, Collection<String> types) {
        Set<Class<?>> present = types.stream()
                .flatMap(type -> ResourceTypes.byName(type).stream())
                .collect(Collectors.toSet());
        for (RuleBase rules : catalog.ruleBases()) {
            List<Check> chosen = checks.stream().filter(rules::has).toList();
            if (!chosen.isEmpty()) {
                rules.kieBase(chosen, present);
            }
        }
    }

    /** {@return how findings call all resources of a type whose listing has a gap} */
    static String every(String type) {
        return "every " + type;
    }

    /** The accounts of an evaluation, one after another or, where there is much to judge, as many at once as processors. */
    private static final class Judging {
        /** Fewer resources are judged before others could begin. */
        private static final int MANY = 5_000;

        private final Preparation prepared;
        private final InventoryStream inventory;
        private final Map<String, Inventory.AccountScope> left = new LinkedHashMap<>();
        private final Map<String, List<Coverage.Listing>> listings;
        private final Findings.Builder findings = new Findings.Builder();
        private final Deque<Future<List<Finding>>> running = new ArrayDeque<>();

        Judging(Preparation prepared, InventoryStream inventory) {
            this.prepared = prepared;
            this.inventory = inventory;
            inventory.accounts().forEach(account -> left.put(account.id(), account));
            listings =
                    inventory.coverage().listings().stream().collect(Collectors.groupingBy(Coverage.Listing::account));
        }

        Findings findings() {
            int processors = Runtime.getRuntime().availableProcessors();
            if (inventory.resources() < MANY || processors == 1) {
                for (var next = inventory.next(); next.isPresent(); next = inventory.next()) {
                    InventoryStream.Account account = next.get();
                    Inventory.AccountScope scope = left.remove(account.id());
                    if (scope != null) {
                        judge(scope, account.resources(), prepared.whole()).forEach(findings::add);
                    }
                }
            } else {
                ExecutorService pool = Executors.newFixedThreadPool(processors, work -> {
                    Thread thread = new Thread(work, "judge");
                    thread.setDaemon(true);
                    return thread;
                });
                try {
                    judge(pool, processors);
                } finally {
                    pool.shutdownNow();
                }
            }
            left.values()
                    .forEach(scope -> judge(scope, List.of(), prepared.whole()).forEach(findings::add));
            return findings.build();
        }

        private void judge(ExecutorService pool, int processors) {
            for (var next = inventory.next(); next.isPresent(); next = inventory.next()) {
                InventoryStream.Account account = next.get();
                Inventory.AccountScope scope = left.remove(account.id());
                if (scope == null) {
                    continue;
                }
                if (account.isLarge()) {
                    List<Resource> resources = account.resources();
                    for (Share share : prepared.shares(resources, processors)) {
                        running.add(pool.submit(() -> judge(scope, resources, share)));
                    }
                } else {
                    running.add(pool.submit(() -> judge(scope, account.resources(), prepared.whole())));
                }
                while (running.size() > processors) {
                    take();
                }
            }
            while (!running.isEmpty()) {
                take();
            }
        }

        /** Findings come in the order of accounts, whichever was judged first, so that memory ever holds the same. */
        private void take() {
            try {
                running.remove().get().forEach(findings::add);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                if (e.getCause() instanceof Error cause) {
                    throw cause;
                }
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while judging");
            }
        }

        private List<Finding> judge(Inventory.AccountScope scope, List<Resource> resources, Share share) {
            return share.judge(scope, listings.getOrDefault(scope.id(), List.of()), resources);
        }
    }

    /** What all accounts of an evaluation share: rules, and what each check rests on, looked up once. */
    private final class Preparation {
        private final Instant asOf;
        private final Collection<Check> checks;
        private final Settings settings;
        private final Set<Class<?>> present;
        private final SuppressionIndex accepted;
        private final Share whole;
        private List<Share> parted = List.of();

        Preparation(
                Instant asOf,
                Collection<Check> checks,
                Settings settings,
                Suppressions suppressions,
                Set<Class<?>> present) {
            this.asOf = asOf;
            this.checks = checks;
            this.settings = settings;
            this.present = present;
            this.accepted = suppressions.index(checks);
            this.whole = share(checks);
        }

        Share whole() {
            return whole;
        }

        /**
         * Returns the checks in shares that have about as much to do, which the first large account decides: another division
         * would take rule bases of its own. All checks on a type are in one share; what rules derive each share derives for
         * itself.
         */
        List<Share> shares(List<Resource> resources, int count) {
            if (parted.isEmpty()) {
                parted = part(resources, count);
            }
            return parted;
        }

        private List<Share> part(List<Resource> resources, int count) {
            Map<Class<?>, Long> amounts =
                    resources.stream().collect(Collectors.groupingBy(Object::getClass, Collectors.counting()));
            Map<Class<?>, List<Check>> byType = new HashMap<>();
            checks.forEach(check -> byType.computeIfAbsent(check.resource(), type -> new ArrayList<>())
                    .add(check));
            Map<Class<?>, Long> weights = new HashMap<>();
            byType.forEach((type, own) -> weights.put(type, own.size() * (1 + amounts.getOrDefault(type, 0L))));
            List<Class<?>> heaviestFirst = byType.keySet().stream()
                    .sorted(Comparator.<Class<?>, Long>comparing(type -> -requireNonNull(weights.get(type)))
                            .thenComparing(Class::getName))
                    .toList();
            List<List<Check>> shares = new ArrayList<>();
            long[] loads = new long[count];
            for (int i = 0; i < count; i++) {
                shares.add(new ArrayList<>());
            }
            for (Class<?> type : heaviestFirst) {
                int lightest = 0;
                for (int i = 1; i < count; i++) {
                    lightest = loads[i] < loads[lightest] ? i : lightest;
                }
                loads[lightest] += requireNonNull(weights.get(type));
                shares.get(lightest).addAll(requireNonNull(byType.get(type)));
            }
            return shares.stream()
                    .filter(share -> !share.isEmpty())
                    .map(this::share)
                    .toList();
        }

        private Share share(Collection<Check> some) {
            Map<String, Plan> plans = new TreeMap<>();
            Map<RuleBase, Rules> rules = new LinkedHashMap<>();
            for (RuleBase base : catalog.ruleBases()) {
                List<Check> chosen = some.stream().filter(base::has).toList();
                if (!chosen.isEmpty()) {
                    rules.put(base, new Rules(base, chosen, present, new Audit(asOf, settings, base.checks())));
                    chosen.forEach(check -> plans.put(check.id(), new Plan(base, check)));
                }
            }
            return new Share(List.copyOf(plans.values()), rules, accepted);
        }
    }

    /** Some checks, all of them mostly. */
    private record Share(List<Plan> plans, Map<RuleBase, Rules> rules, SuppressionIndex accepted) {
        /** Judges an account: returns its findings, which are in their order. */
        List<Finding> judge(Inventory.AccountScope account, List<Coverage.Listing> listings, List<Resource> resources) {
            Map<RuleBase, Verdicts> verdicts = new HashMap<>();
            rules.forEach((base, fired) -> verdicts.put(base, fired.on(resources)));
            AccountJudgement judgement = new AccountJudgement(account, listings, resources);
            List<Finding> findings = new ArrayList<>();
            for (Plan plan : plans) {
                judgement.findings(plan, requireNonNull(verdicts.get(plan.rules())), accepted, findings);
            }
            return findings;
        }
    }

    /** The chosen rules of a rule base, which fire in a session of its own for each account. */
    private static final class Rules {
        private final KieBase base;
        private final Audit audit;
        private final Set<Class<? extends Resource>> wanted;
        private final Set<String> firing = new HashSet<>();
        private final boolean counting;

        Rules(RuleBase rules, List<Check> chosen, Set<Class<?>> present, Audit audit) {
            this.base = rules.kieBase(chosen, present);
            this.audit = audit;
            this.wanted = rules.types(chosen);
            this.counting = rules.isCounting(chosen);
            Set<String> names = chosen.stream().map(Check::rule).collect(Collectors.toSet());
            RuleReader.rules(base)
                    .map(org.kie.api.definition.rule.Rule::getName)
                    .filter(rule -> names.contains(RuleBase.checkOf(rule)) || rules.isDerivation(rule))
                    .forEach(firing::add);
        }

        /** Returns what the rules say of some resources. */
        Verdicts on(List<Resource> resources) {
            Verdicts verdicts = new Verdicts();
            KieSession session = base.newKieSession();
            try {
                setGlobal(session, "verdicts", verdicts);
                setGlobal(session, "audit", audit);
                for (Resource resource : resources) {
                    if (wanted.contains(resource.getClass())) {
                        session.insert(resource);
                    }
                }
                if (counting) {
                    Census.of(resources).forEach(session::insert);
                }
                session.fireAllRules(
                        match -> { // asked right before each rule fires
                            String rule = match.getRule().getName();
                            verdicts.firing(rule);
                            return firing.contains(rule);
                        });
            } finally {
                session.dispose();
            }
            return verdicts;
        }
    }

    /** Gives the rules of a session what they know by a name, where any of them does. */
    static void setGlobal(KieSession session, String name, Object value) {
        try {
            session.setGlobal(name, value);
        } catch (RuntimeException e) {
            // Rules that never use a global do not declare it, and Drools then refuses to set it.
            if (!String.valueOf(e.getMessage()).contains("Unexpected global")) {
                throw e;
            }
        }
    }

    /** What is known of a check before any resource is. */
    private static final class Plan {
        private final RuleBase rules;
        private final Check check;
        private final RuleBase.Anatomy anatomy;
        private final Map<Class<?>, List<RuleBase.Component>> reads;
        /** What reads the settings, of those, of a resource that is judged itself. */
        private final List<Method> settings;

        private final Set<Relation> follows;
        private final String passed;

        Plan(RuleBase rules, Check check) {
            this.rules = rules;
            this.check = check;
            this.anatomy = rules.anatomy(check);
            this.reads = rules.reads(check).stream().collect(Collectors.groupingBy(RuleBase.Component::type));
            this.settings = reads(check.resource()).stream()
                    .map(component -> Components.accessor(check.resource(), component.name()))
                    .toList();
            this.follows = Arrays.stream(Relation.values())
                    .filter(relation -> check.follows().contains(relation.words()))
                    .collect(Collectors.toSet());
            this.passed = check.title() + ".";
        }

        RuleBase rules() {
            return rules;
        }

        List<RuleBase.Component> reads(Class<?> type) {
            return reads.getOrDefault(type, List.of());
        }
    }

    /** A type in a region, for which the same listings count. */
    private record Place(Class<?> type, String region) {}

    /** One account's share of an evaluation. */
    private static final class AccountJudgement {
        private final Inventory.AccountScope account;
        private final List<Resource> resources;
        private final Map<String, List<Coverage.Listing>> listings;
        private final Map<Class<?>, List<Resource>> byType;
        private final Map<Class<?>, List<Finding.Subject>> subjects = new HashMap<>();
        private final Map<Place, Set<Gap>> listingGaps = new HashMap<>();
        private final Map<RuleBase.Component, Unread> unread = new HashMap<>();
        private final Map<Class<?>, Set<Arn>> arns = new HashMap<>();
        private @Nullable InventoryGraph graph;
        private @Nullable Arn neighboured;
        private Set<Arn> neighbours = Set.of();

        AccountJudgement(Inventory.AccountScope account, List<Coverage.Listing> listings, List<Resource> resources) {
            this.account = account;
            this.resources = resources;
            this.listings = listings.stream().collect(Collectors.groupingBy(Coverage.Listing::type));
            this.byType = resources.stream().collect(Collectors.groupingBy(Object::getClass));
        }

        /** Adds the findings of a check, in their order. */
        void findings(Plan plan, Verdicts verdicts, SuppressionIndex accepted, List<Finding> findings) {
            List<Resource> judged = byType.getOrDefault(plan.check.resource(), List.of());
            List<Finding.Subject> abouts = subjects.computeIfAbsent(
                    plan.check.resource(),
                    type -> judged.stream().map(Finding.Subject::of).toList());
            Map<Resource, Verdicts.Opinion> opinions = verdicts.of(plan.check.rule());
            List<Finding> own = new ArrayList<>(judged.size());
            for (int i = 0; i < judged.size(); i++) {
                Resource subject = judged.get(i);
                own.add(finding(plan, subject, abouts.get(i), opinions.get(subject)));
            }
            if (unlisted(plan.check, own)) {
                own.sort(Finding.ORDER);
            }
            if (!accepted.isEmpty()) {
                own.replaceAll(finding -> accepted.of(plan.check, finding.resource())
                        .map(finding::suppressed)
                        .orElse(finding));
            }
            findings.addAll(own);
        }

        /** Made when it is first asked for: most accounts' verdicts rest on the resources themselves. */
        private InventoryGraph graph() {
            InventoryGraph made = graph;
            if (made == null) {
                made = new InventoryGraph(resources);
                graph = made;
            }
            return made;
        }

        private Finding finding(
                Plan plan, Resource subject, Finding.Subject about, Verdicts.@Nullable Opinion opinion) {
            Check check = plan.check;
            List<Evidence> told = opinion == null ? List.of() : List.copyOf(opinion.told);
            if (opinion != null && !opinion.failedBy.isEmpty()) {
                Set<Gap> doubts = new LinkedHashSet<>(doubts(plan, subject, opinion.failedBy));
                doubts.addAll(opinion.doubts);
                List<Evidence> evidence =
                        Stream.concat(told.stream(), opinion.evidence.stream()).toList();
                return doubts.isEmpty()
                        ? finding(
                                check, about, Verdict.FAIL, failure(check, evidence), evidence, path(subject, evidence))
                        : unknown(check, about, doubts);
            }
            if (opinion != null && !opinion.excludedBy.isEmpty()) {
                Set<Gap> doubts = doubts(plan, subject, opinion.excludedBy);
                return doubts.isEmpty()
                        ? finding(
                                check,
                                about,
                                Verdict.NOT_APPLICABLE,
                                opinion.reasons.get(0) + (told.isEmpty() ? "" : " Seen: " + words(told) + "."),
                                told,
                                List.of())
                        : unknown(check, about, doubts);
            }
            Set<Gap> gaps = new LinkedHashSet<>();
            for (Method setting : plan.settings) {
                Components.of(subject, setting).unknownBecause().ifPresent(gaps::add);
            }
            for (Class<?> type : plan.anatomy.positive()) {
                if (type != check.resource()) {
                    gaps.addAll(listingGaps(type, subject.region()));
                }
                if (type != check.resource() || plan.anatomy.repeated().contains(type)) {
                    componentGaps(plan, type, subject, gaps);
                }
            }
            if (!plan.follows.isEmpty()) {
                followedGaps(plan, subject, gaps);
            }
            return gaps.isEmpty()
                    ? finding(
                            check,
                            about,
                            Verdict.PASS,
                            told.isEmpty() ? plan.passed : check.title() + ". Seen: " + words(told) + ".",
                            told,
                            List.of())
                    : unknown(check, about, gaps);
        }

        /** What of a violation may be feigned by facts that were not read: empty when one of the rules is beyond doubt. */
        private Set<Gap> doubts(Plan plan, Resource subject, Set<String> firedRules) {
            Set<Gap> all = new LinkedHashSet<>();
            for (String rule : firedRules) {
                Set<Gap> gaps = new LinkedHashSet<>();
                for (Class<?> type : RuleBase.judged(plan.rules.anatomy(rule).negative(), plan.check)) {
                    gaps.addAll(listingGaps(type, subject.region()));
                    componentGaps(plan, type, subject, gaps);
                }
                if (gaps.isEmpty()) {
                    return gaps;
                }
                all.addAll(gaps);
            }
            return all;
        }

        /** Settings of other resources that may bear on this one: of those that it is linked to, where it is linked to any. */
        private void componentGaps(Plan plan, Class<?> type, Resource subject, Set<Gap> gaps) {
            for (RuleBase.Component component : plan.reads(type)) {
                Unread unread = unread(component);
                if (unread.isEmpty()) {
                    continue;
                }
                Set<Arn> neighbours = neighbours(subject);
                // What names the account, as policies do, tells nothing of what does not.
                boolean linked =
                        !(subject instanceof Account) && neighbours.stream().anyMatch(arns(type)::contains);
                // A link may cross regions, as from a trail to its bucket; a rule without one looks in its own region.
                for (Unread.Setting other : linked ? unread.of(neighbours) : unread.in(subject.region())) {
                    if (gaps.size() >= GAPS) {
                        return;
                    }
                    if (other.resource() != subject) {
                        gaps.add(other.gap());
                    }
                }
            }
        }

        /** The resources whose setting was not read: none or few, mostly, so that no pass looks at all of them. */
        private Unread unread(RuleBase.Component component) {
            return unread.computeIfAbsent(
                    component, wanted -> new Unread(byType.getOrDefault(wanted.type(), List.of()), wanted.name()));
        }

        private Set<Arn> arns(Class<?> type) {
            return arns.computeIfAbsent(
                    type,
                    wanted -> byType.getOrDefault(wanted, List.of()).stream()
                            .map(Resource::arn)
                            .collect(Collectors.toSet()));
        }

        /** Several settings of one resource are asked for in a row. */
        private Set<Arn> neighbours(Resource subject) {
            if (!subject.arn().equals(neighboured)) {
                Set<Arn> found = new HashSet<>();
                graph().edgesFrom(subject.arn()).forEach(edge -> found.add(edge.to()));
                graph().edgesTo(subject.arn()).forEach(edge -> found.add(edge.from()));
                neighbours = found;
                neighboured = subject.arn();
            }
            return neighbours;
        }

        private void followedGaps(Plan plan, Resource subject, Set<Gap> gaps) {
            for (Edge edge : graph().edgesFrom(subject.arn())) {
                if (plan.follows.contains(edge.relation())
                        && graph().resource(edge.to()).isEmpty()) {
                    gaps.add(new Gap(
                            Gap.Cause.NOT_COLLECTED,
                            edge.relation().words() + " " + edge.to(),
                            Optional.empty(),
                            "it is outside of what was collected"));
                }
            }
        }

        private Set<Gap> listingGaps(Class<?> type, String region) {
            return listingGaps.computeIfAbsent(new Place(type, region), place -> {
                Set<Gap> gaps = new LinkedHashSet<>();
                String name = ResourceTypes.nameOf(type);
                List<Coverage.Listing> known = listings.getOrDefault(name, List.of());
                known.stream()
                        .filter(listing -> sameRegion(listing.region(), region))
                        .flatMap(listing -> listing.gap().stream())
                        .forEach(gaps::add);
                missingRegions(name, known).stream()
                        .filter(missing -> sameRegion(missing, region))
                        .forEach(missing -> gaps.add(notCollected(name, missing)));
                return gaps;
            });
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

        /**
         * Adds one unknown for each region whose resources of the check's type could not be listed.
         *
         * @return whether there is any
         */
        private boolean unlisted(Check check, List<Finding> findings) {
            String type = check.resourceType();
            List<Coverage.Listing> known = listings.getOrDefault(type, List.of());
            Map<String, Gap> gaps = new HashMap<>();
            known.forEach(listing -> listing.gap().ifPresent(gap -> gaps.put(listing.region(), gap)));
            missingRegions(type, known).forEach(region -> gaps.put(region, notCollected(type, region)));
            gaps.forEach((region, gap) -> {
                Finding.Subject place = new Finding.Subject(
                        new Arn("arn:" + account.partition() + ":iam::" + account.id() + ":root"),
                        type,
                        account.id(),
                        region,
                        every(type),
                        Map.of());
                findings.add(new Finding(
                        check.id(),
                        Verdict.UNKNOWN,
                        check.severity(),
                        place,
                        "Not decided for " + type + ": " + gap.sentence() + ".",
                        List.of(),
                        List.of(),
                        List.of(gap),
                        Finding.COMPUTED,
                        Optional.empty()));
            });
            return !gaps.isEmpty();
        }

        private static boolean sameRegion(String one, String other) {
            return one.equals(other) || one.equals(Identity.GLOBAL) || other.equals(Identity.GLOBAL);
        }

        private static Finding unknown(Check check, Finding.Subject about, Set<Gap> gaps) {
            return new Finding(
                    check.id(),
                    Verdict.UNKNOWN,
                    check.severity(),
                    about,
                    "Not decided: " + gaps.stream().limit(3).map(Gap::sentence).collect(Collectors.joining("; "))
                            + (gaps.size() > 3
                                    ? "; and " + (gaps.size() < GAPS ? gaps.size() - 3 + " more" : "many more")
                                    : "")
                            + ".",
                    List.of(),
                    List.of(),
                    List.copyOf(gaps),
                    Finding.COMPUTED,
                    Optional.empty());
        }

        private static String failure(Check check, List<Evidence> evidence) {
            return "Does not hold: " + check.title() + (evidence.isEmpty() ? "" : ". Seen: " + words(evidence)) + ".";
        }

        /** The first of what was seen, and how much more there is. */
        private static String words(List<Evidence> evidence) {
            return evidence.stream()
                            .limit(3)
                            .map(item -> item.property() + " = " + Excerpt.of(item.seen(), SEEN_LENGTH))
                            .collect(Collectors.joining("; "))
                    + (evidence.size() > 3 ? "; and " + (evidence.size() - 3) + " more" : "");
        }

        private static Finding finding(
                Check check,
                Finding.Subject about,
                Verdict verdict,
                String message,
                List<Evidence> evidence,
                List<Edge> path) {
            return new Finding(
                    check.id(),
                    verdict,
                    check.severity(),
                    about,
                    message,
                    evidence,
                    path,
                    List.of(),
                    Finding.COMPUTED,
                    Optional.empty());
        }

        /** The edges of the shortest ways from the subject to the other resources that the evidence names. */
        private List<Edge> path(Resource subject, List<Evidence> evidence) {
            Set<Arn> targets = new LinkedHashSet<>();
            for (Evidence item : evidence) {
                if (!item.resource().equals(subject.arn())) {
                    targets.add(item.resource());
                }
            }
            if (targets.isEmpty()) {
                return List.of();
            }
            Ways ways = new Ways(graph());
            Set<Edge> path = new LinkedHashSet<>();
            targets.forEach(target -> path.addAll(ways.shortest(subject.arn(), target)));
            return List.copyOf(path);
        }
    }

    /** The resources of a type whose setting was not read, in their order. */
    private static final class Unread {
        /** A setting that was not read. */
        record Setting(Resource resource, Gap gap) {}

        private final List<Setting> all = new ArrayList<>();
        private final Map<String, List<Setting>> byRegion = new HashMap<>();
        private final Map<Arn, List<Integer>> places = new HashMap<>();

        Unread(List<Resource> resources, String component) {
            for (Resource resource : resources) {
                Components.of(resource, component).unknownBecause().ifPresent(gap -> {
                    places.computeIfAbsent(resource.arn(), arn -> new ArrayList<>())
                            .add(all.size());
                    all.add(new Setting(resource, gap));
                });
            }
        }

        boolean isEmpty() {
            return all.isEmpty();
        }

        /** {@return those of some resources} */
        List<Setting> of(Set<Arn> arns) {
            if (arns.size() > all.size()) {
                return all.stream()
                        .filter(setting -> arns.contains(setting.resource().arn()))
                        .toList();
            }
            return arns.stream()
                    .flatMap(arn -> places.getOrDefault(arn, List.of()).stream())
                    .sorted()
                    .map(all::get)
                    .toList();
        }

        /**
         * {@return those that bear on a resource in a region: of all with one gap the first two, of which one may be the
         * resource itself}
         */
        List<Setting> in(String region) {
            return byRegion.computeIfAbsent(region, wanted -> {
                List<Setting> first = new ArrayList<>();
                Map<Gap, Integer> times = new HashMap<>();
                for (Setting setting : all) {
                    if (AccountJudgement.sameRegion(setting.resource().region(), wanted)
                            && times.merge(setting.gap(), 1, Integer::sum) <= 2) {
                        first.add(setting);
                    }
                }
                return first;
            });
        }
    }

    /** Reads {@code Observed} components of records by name. */
    static final class Components {
        private Components() {}

        private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
            @Override
            protected Map<String, Method> computeValue(Class<?> type) {
                return new ConcurrentHashMap<>();
            }
        };

        static Observed<?> of(Resource resource, String name) {
            return name.equals("tags") ? resource.tags() : of(resource, accessor(resource.getClass(), name));
        }

        static Observed<?> of(Resource resource, Method accessor) {
            try {
                return requireNonNull((Observed<?>) accessor.invoke(resource));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor + " fails", e);
            }
        }

        static Method accessor(Class<?> type, String name) {
            Method accessor = ACCESSORS.get(type).get(name);
            if (accessor == null) {
                try {
                    accessor = type.getMethod(name);
                } catch (NoSuchMethodException e) {
                    throw new IllegalStateException(type + " has no component " + name, e);
                }
                ACCESSORS.get(type).put(name, accessor);
            }
            return accessor;
        }
    }
}
