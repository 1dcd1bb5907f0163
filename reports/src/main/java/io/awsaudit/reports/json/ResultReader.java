package io.awsaudit.reports.json;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Exposure;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Findings;
import io.awsaudit.rules.Framework;
import io.awsaudit.rules.Parameter;
import io.awsaudit.rules.Pillar;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Verdict;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Makes a result of one document, as it streams by. */
final class ResultReader {
    /** A document that is no result, or one of another version; the file is added to its message. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    /** Ten times what the calls and listings of a thousand accounts come to; written compactly, a page could make more. */
    private static final long MAX_SCOPED = 20_000_000;

    private static final Pattern VERSION = Pattern.compile("([0-9]{1,99})[.]([0-9]{1,99})");

    private static final Map<String, Verdict> VERDICTS = words(Verdict.values(), Verdict::name);
    private static final Map<String, Severity> SEVERITIES = words(Severity.values(), Severity::word);
    private static final Map<String, Pillar> PILLARS = words(Pillar.values(), Pillar::word);
    private static final Map<String, Exposure> EXPOSURES = words(Exposure.values(), Exposure::word);
    private static final Map<String, Gap.Cause> CAUSES = words(Gap.Cause.values(), Gap.Cause::words);
    private static final Map<String, Gap.Blame> BLAMES = words(Gap.Blame.values(), Gap.Blame::words);
    private static final Map<String, Relation> RELATIONS = words(Relation.values(), Relation::words);
    private static final Map<String, Change.State> STATES = words(Change.State.values(), Change.State::word);
    private static final Map<String, Boolean> ASSESSMENTS = Map.of("manual", true, "automated", false);

    private record ListingKey(String account, String region, String type) {}

    private record Scan(Instant asOf, List<Inventory.AccountScope> accounts, long resources) {}

    private final JsonParser json;
    private final Walk walk;
    private final Repeats<Arn> arns = new Repeats<>();
    private final Repeats<Gap> gaps = new Repeats<>();
    private final Repeats<Evidence> evidence = new Repeats<>();
    /** All of them, since each check comes back to the same resources. */
    private final Map<Finding.Subject, Finding.Subject> subjects = new HashMap<>();

    private final Repeats<Suppression> suppressions = new Repeats<>();

    /** Of the checks that were read. */
    private final Set<String> ids = new HashSet<>();

    private boolean versioned;
    private boolean newer;
    private long scoped;

    ResultReader(JsonParser json) {
        this.json = json;
        this.walk = new Walk(json);
    }

    /** {@return whether the document has said of itself that it is a result of a version that can be read} */
    boolean isResult() {
        return versioned;
    }

    /**
     * Reads the document to its end.
     *
     * @throws Unusable when it is something else
     * @throws Walk.Mistake when something in it is wrong
     */
    AuditResult read() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw noResult();
        }
        String toolVersion = null;
        Scan scan = null;
        Coverage coverage = null;
        List<SuppressionUse> uses = List.of();
        Optional<Comparison> comparison = Optional.empty();
        List<Check> checks = null;
        List<AuditResult.FrameworkResult> frameworks = null;
        Findings.Builder findings = null;
        Set<String> parts = new HashSet<>();
        while (walk.hasProperty()) {
            String part = walk.name();
            if (!parts.add(part)) {
                throw walk.mistake("is there twice");
            }
            switch (part) {
                case "schemaVersion" -> version();
                case "tool" -> toolVersion = tool();
                case "scan" -> scan = scan();
                case "summary" -> walk.skip();
                case "coverage" -> coverage = coverage();
                case "suppressions" -> uses = walk.list(this::use);
                case "comparison" -> comparison = Optional.of(comparison());
                case "checks" -> {
                    checks = walk.list(this::check);
                    checks.forEach(check -> ids.add(check.id()));
                }
                case "frameworks" -> frameworks = walk.list(this::framework);
                case "findings" -> {
                    boolean verified = parts.contains("checks");
                    Findings.Builder all = new Findings.Builder();
                    walk.each(() -> all.add(verified ? verified(finding()) : finding()));
                    findings = all;
                }
                default -> {
                    if (!versioned) {
                        throw noResult();
                    }
                    unknown(part);
                }
            }
        }
        if (!versioned) {
            throw noResult();
        }
        if (json.nextToken() != null) {
            throw walk.mistake("something follows its end");
        }
        Scan seen = walk.present(scan, "scan");
        AuditResult result = new AuditResult(
                walk.present(toolVersion, "tool"),
                seen.asOf(),
                seen.accounts(),
                walk.present(coverage, "coverage"),
                walk.present(checks, "checks"),
                walk.present(frameworks, "frameworks"),
                walk.present(findings, "findings").build(),
                seen.resources(),
                uses,
                comparison,
                List.of());
        result.findings().forEach(this::verified);
        return result;
    }

    private static Unusable noResult() {
        return new Unusable("is no result of aws-audit: it does not begin as one;"
                + " 'aws-audit scan' and 'aws-audit evaluate' write one, findings.json.");
    }

    private Finding verified(Finding finding) {
        if (!ids.contains(finding.checkId())) {
            throw walk.mistake("there is no check " + InventoryJson.quoted(finding.checkId()) + " in it");
        }
        return finding;
    }

    private void version() {
        String text = walk.text();
        Matcher version = VERSION.matcher(text);
        Matcher own = VERSION.matcher(JsonReporter.SCHEMA_VERSION);
        if (!version.matches() || !own.matches()) {
            throw new Unusable(
                    "has no schema version that makes sense: " + InventoryJson.quoted(text) + "; judge anew.");
        }
        int major = part(version, 1).compareTo(part(own, 1));
        if (major > 0) {
            throw new Unusable("has schema version " + text + ", newer than " + JsonReporter.SCHEMA_VERSION
                    + ", the newest that this program reads; update aws-audit.");
        }
        if (major < 0) {
            throw new Unusable("has schema version " + text + ", which does not hold all of a result, as "
                    + JsonReporter.SCHEMA_VERSION + " does; judge its snapshot anew with 'aws-audit evaluate'.");
        }
        newer = part(version, 2).compareTo(part(own, 2)) > 0;
        versioned = true;
    }

    private static BigInteger part(Matcher version, int group) {
        return new BigInteger(version.group(group));
    }

    /** What a later version adds may be left out; in this version it is a misspelling. */
    private void unknown(String property) {
        if (!newer) {
            throw walk.mistake("there is no property " + InventoryJson.quoted(property) + " here");
        }
        walk.skip();
    }

    private String tool() {
        String version = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "name" -> {
                    if (!walk.text().equals("aws-audit")) {
                        throw noResult();
                    }
                }
                case "version" -> version = walk.text();
                default -> unknown(walk.name());
            }
        }
        return walk.present(version, "version");
    }

    private Scan scan() {
        Instant asOf = null;
        List<Inventory.AccountScope> accounts = null;
        Long resources = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "startedAt" -> asOf = walk.time();
                case "accounts" -> accounts = walk.list(this::account);
                case "regions" -> walk.skip(); // those of the accounts
                case "resources" -> resources = walk.count();
                default -> unknown(walk.name());
            }
        }
        return new Scan(
                walk.present(asOf, "startedAt"),
                walk.present(accounts, "accounts"),
                walk.present(resources, "resources"));
    }

    private Inventory.AccountScope account() {
        String id = null;
        String partition = null;
        List<String> regions = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "id" -> id = walk.text();
                case "partition" -> partition = walk.text();
                case "regions" -> regions = walk.texts();
                default -> unknown(walk.name());
            }
        }
        return new Inventory.AccountScope(
                walk.present(id, "id"), walk.present(partition, "partition"), walk.present(regions, "regions"));
    }

    private Coverage coverage() {
        List<Coverage.Calls> calls = null;
        List<Coverage.Listing> listings = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "calls" -> calls = calls();
                case "listings" -> listings = listings();
                case "unseen" -> walk.skip(); // the same by remedy
                default -> unknown(walk.name());
            }
        }
        return new Coverage(walk.present(listings, "listings"), walk.present(calls, "calls"));
    }

    private List<Coverage.Calls> calls() {
        List<Coverage.Calls> calls = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "answered", "refused", "operations" -> walk.skip(); // sums
                case "scopes" -> {
                    calls = new ArrayList<>();
                    walk.array();
                    while (walk.hasItem()) {
                        readCalls(calls);
                    }
                }
                default -> unknown(walk.name());
            }
        }
        return walk.present(calls, "scopes");
    }

    private void readCalls(List<Coverage.Calls> all) {
        String account = null;
        List<String> regions = null;
        Map<String, Long> answered = null;
        Map<String, List<Coverage.Refusal>> refused = new HashMap<>();
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "account" -> account = walk.text();
                case "regions" -> regions = walk.texts();
                case "answered" -> {
                    answered = new LinkedHashMap<>();
                    walk.object();
                    while (walk.hasProperty()) {
                        answered.put(walk.name(), walk.count());
                    }
                }
                case "refused" -> {
                    walk.array();
                    while (walk.hasItem()) {
                        readRefusals(refused);
                    }
                }
                default -> unknown(walk.name());
            }
        }
        Map<String, Long> operations = walk.present(answered, "answered");
        for (String operation : refused.keySet()) {
            if (!operations.containsKey(operation)) {
                throw walk.mistake(InventoryJson.quoted(operation) + " was refused, and is not among what was called");
            }
        }
        String id = walk.present(account, "account");
        List<String> places = walk.present(regions, "regions");
        limit(places.size(), operations.size());
        for (String region : places) {
            operations.forEach((operation, count) -> all.add(
                    new Coverage.Calls(id, region, operation, count, refused.getOrDefault(operation, List.of()))));
        }
    }

    private void readRefusals(Map<String, List<Coverage.Refusal>> refused) {
        String operation = null;
        Gap gap = null;
        List<Optional<Arn>> resources = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "operation" -> operation = walk.text();
                case "gap" -> gap = gap();
                case "resources" -> resources = walk.list(() -> Optional.of(arn()));
                default -> unknown(walk.name());
            }
        }
        List<Coverage.Refusal> refusals =
                refused.computeIfAbsent(walk.present(operation, "operation"), first -> new ArrayList<>());
        Gap why = walk.present(gap, "gap");
        (resources == null ? List.of(Optional.<Arn>empty()) : resources)
                .forEach(resource -> refusals.add(new Coverage.Refusal(resource, why)));
    }

    private List<Coverage.Listing> listings() {
        record Types(String account, List<String> regions, List<String> types) {}
        List<Types> scopes = null;
        Map<ListingKey, Gap> incomplete = new HashMap<>();
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "complete" -> walk.skip(); // a sum
                case "incomplete" -> {
                    walk.array();
                    while (walk.hasItem()) {
                        readIncomplete(incomplete);
                    }
                }
                case "scopes" ->
                    scopes = walk.list(() -> {
                        String account = null;
                        List<String> regions = null;
                        List<String> types = null;
                        walk.object();
                        while (walk.hasProperty()) {
                            switch (walk.name()) {
                                case "account" -> account = walk.text();
                                case "regions" -> regions = walk.texts();
                                case "types" -> types = walk.texts();
                                default -> unknown(walk.name());
                            }
                        }
                        return new Types(
                                walk.present(account, "account"),
                                walk.present(regions, "regions"),
                                walk.present(types, "types"));
                    });
                default -> unknown(walk.name());
            }
        }
        List<Coverage.Listing> listings = new ArrayList<>();
        Set<ListingKey> used = new HashSet<>();
        for (Types scope : walk.present(scopes, "scopes")) {
            limit(scope.regions().size(), scope.types().size());
            for (String type : scope.types()) {
                for (String region : scope.regions()) {
                    ListingKey key = new ListingKey(scope.account(), region, type);
                    Optional<Gap> gap = Optional.ofNullable(incomplete.get(key));
                    if (gap.isPresent()) {
                        used.add(key);
                    }
                    listings.add(new Coverage.Listing(scope.account(), region, type, gap));
                }
            }
        }
        for (ListingKey key : incomplete.keySet()) {
            if (!used.contains(key)) {
                throw walk.mistake("the listing of " + InventoryJson.quoted(key.type()) + " in "
                        + InventoryJson.quoted(key.region()) + " is incomplete, and not among the scopes");
            }
        }
        return listings;
    }

    private void readIncomplete(Map<ListingKey, Gap> incomplete) {
        String account = null;
        String region = null;
        String type = null;
        Gap gap = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "account" -> account = walk.text();
                case "region" -> region = walk.text();
                case "type" -> type = walk.text();
                case "gap" -> gap = gap();
                default -> unknown(walk.name());
            }
        }
        incomplete.put(
                new ListingKey(
                        walk.present(account, "account"), walk.present(region, "region"), walk.present(type, "type")),
                walk.present(gap, "gap"));
    }

    private void limit(long regions, long entries) {
        scoped += regions * entries;
        if (scoped > MAX_SCOPED) {
            throw walk.mistake("there are more calls and listings than any audit makes");
        }
    }

    private Gap gap() {
        Gap.Cause cause = null;
        String operation = null;
        Optional<String> action = Optional.empty();
        Optional<Gap.Blame> blame = Optional.empty();
        String detail = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "cause" -> cause = walk.word(CAUSES);
                case "operation" -> operation = walk.text();
                case "action" -> action = Optional.of(walk.text());
                case "blame" -> blame = Optional.of(walk.word(BLAMES));
                case "detail" -> detail = walk.text();
                default -> unknown(walk.name());
            }
        }
        return gaps.one(new Gap(
                walk.present(cause, "cause"),
                walk.present(operation, "operation"),
                action,
                blame,
                walk.present(detail, "detail")));
    }

    private SuppressionUse use() {
        SuppressionParts parts = new SuppressionParts();
        Long covered = null;
        Boolean asked = null;
        OptionalLong daysLeft = OptionalLong.empty();
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "findings" -> covered = walk.count();
                case "asked" -> asked = walk.flag();
                case "daysLeft" -> daysLeft = OptionalLong.of(walk.number());
                case "unused", "expired", "endsSoon" -> walk.skip(); // follow from these
                default -> parts.read();
            }
        }
        return new SuppressionUse(
                parts.whole(), walk.present(covered, "findings"), daysLeft, walk.present(asked, "asked"));
    }

    private Suppression suppression() {
        SuppressionParts parts = new SuppressionParts();
        walk.object();
        while (walk.hasProperty()) {
            parts.read();
        }
        return parts.whole();
    }

    /** A suppression that is being read, on its own or among what became of it. */
    private final class SuppressionParts {
        private @Nullable String check;
        private @Nullable String resource;
        private Optional<String> account = Optional.empty();
        private Optional<String> tag = Optional.empty();
        private @Nullable String reason;
        private @Nullable String owner;
        private Optional<LocalDate> expires = Optional.empty();

        void read() {
            switch (walk.name()) {
                case "check" -> check = walk.text();
                case "resource" -> resource = walk.text();
                case "account" -> account = Optional.of(walk.text());
                case "tag" -> tag = Optional.of(walk.text());
                case "reason" -> reason = walk.text();
                case "owner" -> owner = walk.text();
                case "expires" -> expires = Optional.of(walk.day());
                default -> unknown(walk.name());
            }
        }

        Suppression whole() {
            return suppressions.one(new Suppression(
                    walk.present(check, "check"),
                    walk.present(resource, "resource"),
                    account,
                    tag,
                    walk.present(reason, "reason"),
                    walk.present(owner, "owner"),
                    expires));
        }
    }

    private Comparison comparison() {
        Instant baseline = null;
        List<Finding> gone = null;
        List<Finding> unseen = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "baseline" -> baseline = walk.time();
                case "gone" -> gone = walk.list(this::finding);
                case "unseen" -> unseen = walk.list(this::finding);
                default -> unknown(walk.name());
            }
        }
        return new Comparison(
                walk.present(baseline, "baseline"), walk.present(gone, "gone"), walk.present(unseen, "unseen"));
    }

    private Check check() {
        String id = null;
        String service = null;
        Optional<String> rule = Optional.empty();
        Class<? extends Resource> resource = null;
        String title = null;
        Severity severity = null;
        Pillar pillar = null;
        Optional<Exposure> exposure = Optional.empty();
        String why = null;
        String fix = null;
        Optional<String> cli = Optional.empty();
        Optional<String> terraform = Optional.empty();
        List<String> reads = List.of();
        List<String> follows = List.of();
        String source = null;
        Optional<String> bestPractice = Optional.empty();
        List<String> configRules = List.of();
        List<String> securityHub = List.of();
        List<Parameter> parameters = List.of();
        List<String> aliases = List.of();
        Optional<String> deprecated = Optional.empty();
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "id" -> id = walk.text();
                case "service" -> service = walk.text();
                case "rule" -> rule = Optional.of(walk.text());
                case "resourceType" -> resource = resourceType();
                case "title" -> title = walk.text();
                case "severity" -> severity = walk.word(SEVERITIES);
                case "pillar" -> pillar = walk.word(PILLARS);
                case "exposure" -> exposure = Optional.of(walk.word(EXPOSURES));
                case "why" -> why = walk.text();
                case "fix" -> fix = walk.text();
                case "cli" -> cli = Optional.of(walk.text());
                case "terraform" -> terraform = Optional.of(walk.text());
                case "reads" -> reads = walk.texts();
                case "follows" -> follows = walk.texts();
                case "source" -> source = walk.text();
                case "bestPractice" -> bestPractice = Optional.of(walk.text());
                case "configRules" -> configRules = walk.texts();
                case "securityHub" -> securityHub = walk.texts();
                case "parameters" -> parameters = walk.list(this::parameter);
                case "aliases" -> aliases = walk.texts();
                case "deprecated" -> deprecated = Optional.of(walk.text());
                default -> unknown(walk.name());
            }
        }
        String known = walk.present(id, "id");
        return new Check(
                known,
                walk.present(service, "service"),
                rule.orElse(known),
                walk.present(resource, "resourceType"),
                walk.present(title, "title"),
                walk.present(severity, "severity"),
                walk.present(pillar, "pillar"),
                exposure,
                walk.present(why, "why"),
                walk.present(fix, "fix"),
                cli,
                terraform,
                List.copyOf(reads),
                List.copyOf(follows),
                walk.present(source, "source"),
                bestPractice,
                List.copyOf(configRules),
                List.copyOf(securityHub),
                List.copyOf(parameters),
                List.copyOf(aliases),
                deprecated);
    }

    private Class<? extends Resource> resourceType() {
        String type = walk.text();
        return ResourceTypes.byName(type)
                .orElseThrow(() -> walk.mistake("there is no resource type " + InventoryJson.quoted(type)));
    }

    private Parameter parameter() {
        String name = null;
        Object standard = null;
        String about = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "name" -> name = walk.text();
                case "default" -> standard = walk.plain();
                case "about" -> about = walk.text();
                default -> unknown(walk.name());
            }
        }
        return new Parameter(
                walk.present(name, "name"), walk.present(standard, "default"), walk.present(about, "about"));
    }

    private AuditResult.FrameworkResult framework() {
        String id = null;
        String title = null;
        String source = null;
        List<AuditResult.ControlResult> controls = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "id" -> id = walk.text();
                case "title" -> title = walk.text();
                case "source" -> source = walk.text();
                case "statuses" -> walk.skip(); // sums
                case "controls" -> controls = List.copyOf(walk.list(this::control));
                default -> unknown(walk.name());
            }
        }
        List<AuditResult.ControlResult> results = walk.present(controls, "controls");
        return new AuditResult.FrameworkResult(
                new Framework(
                        walk.present(id, "id"),
                        walk.present(title, "title"),
                        walk.present(source, "source"),
                        results.stream().map(AuditResult.ControlResult::control).toList()),
                results);
    }

    private AuditResult.ControlResult control() {
        String id = null;
        String title = null;
        String level = "";
        Boolean manual = null;
        List<String> checks = List.of();
        Optional<String> guidance = Optional.empty();
        Optional<String> unanswered = Optional.empty();
        Optional<Verdict> status = Optional.empty();
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "id" -> id = walk.text();
                case "title" -> title = walk.text();
                case "level" -> level = walk.text();
                case "assessment" -> manual = walk.word(ASSESSMENTS);
                case "checks" -> checks = walk.texts();
                case "guidance" -> guidance = Optional.of(walk.text());
                case "unanswered" -> unanswered = Optional.of(walk.text());
                case "status" -> status = walk.isNull() ? Optional.empty() : Optional.of(walk.word(VERDICTS));
                case "counts" -> readCounts(counts);
                default -> unknown(walk.name());
            }
        }
        return new AuditResult.ControlResult(
                new Framework.Control(
                        walk.present(id, "id"),
                        walk.present(title, "title"),
                        level,
                        walk.present(manual, "assessment"),
                        List.copyOf(checks),
                        guidance,
                        unanswered),
                status,
                Collections.unmodifiableMap(counts));
    }

    private void readCounts(Map<Verdict, Integer> counts) {
        walk.object();
        while (walk.hasProperty()) {
            Verdict verdict = VERDICTS.get(walk.name());
            if (verdict == null) {
                unknown(walk.name());
            } else {
                counts.put(verdict, (int) Math.min(Integer.MAX_VALUE, walk.count()));
            }
        }
    }

    private Finding finding() {
        String checkId = null;
        Verdict status = null;
        Severity severity = null;
        Finding.Subject resource = null;
        String message = null;
        List<Evidence> seen = List.of();
        List<Edge> path = List.of();
        List<Gap> unseen = List.of();
        String fingerprint = null;
        Optional<Suppression> suppression = Optional.empty();
        Optional<Change> change = Optional.empty();
        Optional<Instant> firstSeen = Optional.empty();
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "checkId" -> checkId = walk.text();
                case "status" -> status = walk.word(VERDICTS);
                case "severity" -> severity = walk.word(SEVERITIES);
                case "resource" -> resource = subject();
                case "message" -> message = walk.text();
                case "evidence" -> seen = walk.list(this::evidence);
                case "path" -> path = walk.list(this::edge);
                case "gaps" -> unseen = walk.list(this::gap);
                case "fingerprint" -> fingerprint = walk.uniqueText();
                case "suppression" -> suppression = Optional.of(suppression());
                case "change" -> change = Optional.of(change());
                case "firstSeen" -> firstSeen = Optional.of(walk.time());
                default -> unknown(walk.name());
            }
        }
        return new Finding(
                walk.present(checkId, "checkId"),
                walk.present(status, "status"),
                walk.present(severity, "severity"),
                walk.present(resource, "resource"),
                walk.present(message, "message"),
                seen,
                path,
                unseen,
                walk.present(fingerprint, "fingerprint"),
                suppression,
                change,
                firstSeen);
    }

    private Finding.Subject subject() {
        Arn arn = null;
        String type = null;
        String account = null;
        String region = null;
        String name = null;
        Map<String, String> tags = Map.of();
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "arn" -> arn = arn();
                case "type" -> type = walk.text();
                case "account" -> account = walk.text();
                case "region" -> region = walk.text();
                case "name" -> name = walk.text();
                case "tags" -> tags = tags();
                default -> unknown(walk.name());
            }
        }
        Finding.Subject subject = new Finding.Subject(
                walk.present(arn, "arn"),
                walk.present(type, "type"),
                walk.present(account, "account"),
                walk.present(region, "region"),
                walk.present(name, "name"),
                tags);
        Finding.Subject before = subjects.putIfAbsent(subject, subject);
        return before == null ? subject : before;
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        walk.object();
        while (walk.hasProperty()) {
            String key = walk.name();
            tags.put(key, walk.text());
        }
        return Collections.unmodifiableMap(tags);
    }

    private Evidence evidence() {
        Arn resource = null;
        String property = null;
        String seen = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "resource" -> resource = arn();
                case "property" -> property = walk.text();
                case "seen" -> seen = walk.text();
                default -> unknown(walk.name());
            }
        }
        return evidence.one(new Evidence(
                walk.present(resource, "resource"), walk.present(property, "property"), walk.present(seen, "seen")));
    }

    private Edge edge() {
        Arn from = null;
        Relation relation = null;
        Arn to = null;
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "from" -> from = arn();
                case "relation" -> relation = walk.word(RELATIONS);
                case "to" -> to = arn();
                default -> unknown(walk.name());
            }
        }
        return new Edge(walk.present(from, "from"), walk.present(relation, "relation"), walk.present(to, "to"));
    }

    private Change change() {
        Change.State state = null;
        Optional<Verdict> before = Optional.empty();
        String reason = "";
        walk.object();
        while (walk.hasProperty()) {
            switch (walk.name()) {
                case "state" -> state = walk.word(STATES);
                case "before" -> before = Optional.of(walk.word(VERDICTS));
                case "reason" -> reason = walk.text();
                default -> unknown(walk.name());
            }
        }
        return new Change(walk.present(state, "state"), before, reason);
    }

    private Arn arn() {
        return arns.one(new Arn(walk.uniqueText()));
    }

    private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }
}
