package io.awsaudit.localstack.endtoend;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a scan may miss when some operations do not answer, by the declarations of collectors and checks, and nothing more.
 */
final class Loss {
    private static final Catalog CATALOG = Catalog.builtIn();

    /** By the id of a check, the types that it rests on, and the settings of resources. */
    private static final Map<String, Set<String>> TYPES = CATALOG.checks().stream()
            .collect(Collectors.toMap(
                    Check::id,
                    check -> CATALOG.typesOf(List.of(check)).stream()
                            .map(ResourceTypes::nameOf)
                            .collect(Collectors.toSet())));

    private static final Map<String, List<String>> COMPONENTS = CATALOG.checks().stream()
            .collect(Collectors.toMap(Check::id, check -> CATALOG.componentsOf(List.of(check))));

    private final Set<String> operations;
    private final Predicate<JsonNode> because;
    private final Set<String> listedTypes = new HashSet<>();
    private final Set<String> components = new HashSet<>();

    /**
     * @param operations ids of those that do not answer
     * @param because whether a gap, as findings.json has it, says the right thing of one of them
     */
    Loss(Set<String> operations, Predicate<JsonNode> because) {
        this.operations = operations;
        this.because = because;
        for (Collector<?> collector : CollectionPlan.everything().collectors()) {
            if (collector.listings().stream().map(Operation::id).anyMatch(operations::contains)) {
                collector.yields().stream().map(ResourceTypes::nameOf).forEach(listedTypes::add);
            }
            collector.details().stream()
                    .filter(detail -> operations.contains(detail.operation().id()))
                    .map(Loss::component)
                    .forEach(components::add);
        }
    }

    private static String component(Detail detail) {
        return ResourceTypes.nameOf(detail.type()) + "." + detail.component();
    }

    /** {@return a line for each finding that is not as it should be; each is as before, or unknown for the right reason} */
    List<String> problems(ProxiedAccount.Scan calm, ProxiedAccount.Scan scan) {
        List<String> problems = new ArrayList<>();
        Map<String, JsonNode> findings = scan.findings();
        Map<String, JsonNode> calmFindings = calm.findings();
        Set<String> resting =
                CATALOG.checks().stream().filter(this::isRestOf).map(Check::id).collect(Collectors.toSet());
        Set<String> listed = calm.inventory().resources().stream()
                .filter(resource -> listedTypes.contains(resource.type()))
                .map(resource -> resource.arn().value())
                .collect(Collectors.toSet());
        Map<String, List<JsonNode>> forAll = findings.values().stream()
                .filter(this::standsForAll)
                .collect(
                        Collectors.groupingBy(finding -> finding.path("checkId").asString()));
        calmFindings.forEach((fingerprint, before) -> {
            JsonNode after = findings.get(fingerprint);
            String check = before.path("checkId").asString();
            if (after == null) {
                if (forAll.getOrDefault(check, List.of()).stream().noneMatch(all -> coversRegionOf(all, before))) {
                    problems.add("gone: " + line(before));
                }
            } else if (resting.contains(check)) {
                if (!after.path("status").equals(before.path("status")) && !isUnknownForIt(after)) {
                    problems.add("was " + before.path("status").asString() + ", is " + line(after));
                }
            } else if (!withoutWhatTheyGive(after, leadsOver(before, listed))
                    .equals(withoutWhatTheyGive(before, leadsOver(before, listed)))) {
                problems.add("changed, and does not rest on it: was " + line(before) + ", is " + line(after));
            }
        });
        findings.forEach((fingerprint, after) -> {
            if (!calmFindings.containsKey(fingerprint) && !standsForAll(after)) {
                problems.add("new: " + line(after));
            }
        });
        return problems;
    }

    /** {@return a line for each resource whose call was not answered, and that passes a check which reads the answer} */
    List<String> passesOfUnread(ProxiedAccount.Scan scan) {
        List<String> passes = new ArrayList<>();
        for (Coverage.Calls calls : scan.inventory().coverage().calls()) {
            Set<String> unread = calls.refusals().stream()
                    .flatMap(refusal -> refusal.resource().stream())
                    .map(Arn::value)
                    .collect(Collectors.toSet());
            Set<String> readers = operations.contains(calls.operation()) ? readers(calls.operation()) : Set.of();
            scan.findings().values().stream()
                    .filter(finding -> finding.path("status").asString().equals("PASS"))
                    .filter(finding -> readers.contains(finding.path("checkId").asString()))
                    .filter(finding ->
                            unread.contains(finding.at("/resource/arn").asString()))
                    .map(Loss::line)
                    .forEach(passes::add);
        }
        return passes;
    }

    /** {@return the ids of the checks that read, of the resources that they judge, what an operation answers} */
    private static Set<String> readers(String operation) {
        Set<String> filled = CollectionPlan.everything().collectors().stream()
                .flatMap(collector -> collector.details().stream())
                .filter(detail -> detail.operation().id().equals(operation))
                .map(Loss::component)
                .collect(Collectors.toSet());
        return CATALOG.checks().stream()
                .filter(check -> components(check)
                        .anyMatch(component ->
                                filled.contains(component) && component.startsWith(check.resourceType() + ".")))
                .map(Check::id)
                .collect(Collectors.toSet());
    }

    private static Stream<String> components(Check check) {
        return Objects.requireNonNull(COMPONENTS.get(check.id())).stream();
    }

    private boolean isRestOf(Check check) {
        return Objects.requireNonNull(TYPES.get(check.id())).stream().anyMatch(listedTypes::contains)
                || components(check).anyMatch(components::contains)
                || !check.follows().isEmpty() && !listedTypes.isEmpty(); // to any type
    }

    /** Whether a finding is the one that stands for all resources of a type which could not be listed. */
    private boolean standsForAll(JsonNode finding) {
        String type = finding.at("/resource/type").asString();
        return listedTypes.contains(type)
                && finding.at("/resource/name").asString().equals("every " + type)
                && isUnknownForIt(finding);
    }

    private static boolean coversRegionOf(JsonNode all, JsonNode finding) {
        return List.of(finding.at("/resource/region").asString(), "global")
                .contains(all.at("/resource/region").asString());
    }

    private boolean isUnknownForIt(JsonNode finding) {
        return finding.path("status").asString().equals("UNKNOWN")
                && StreamSupport.stream(finding.path("gaps").spliterator(), false)
                        .anyMatch(because);
    }

    /** Without the tags that they give, and without the way to the evidence where that led over what they list. */
    private JsonNode withoutWhatTheyGive(JsonNode finding, boolean ledOverIt) {
        ObjectNode copy = (ObjectNode) finding.deepCopy();
        if (components.contains(finding.at("/resource/type").asString() + ".tags")) {
            ((ObjectNode) copy.path("resource")).remove("tags");
        }
        if (ledOverIt) {
            copy.remove("path");
        }
        return copy;
    }

    private static boolean leadsOver(JsonNode finding, Set<String> arns) {
        return StreamSupport.stream(finding.path("path").spliterator(), false)
                .anyMatch(edge -> arns.contains(edge.path("from").asString())
                        || arns.contains(edge.path("to").asString()));
    }

    private static String line(JsonNode finding) {
        return "%s %s %s %s: %s"
                .formatted(
                        finding.path("status").asString(),
                        finding.path("checkId").asString(),
                        finding.at("/resource/region").asString(),
                        finding.at("/resource/name").asString(),
                        finding.path("message").asString());
    }
}
