package io.awsaudit.rules;

import io.awsaudit.inventory.Wildcard;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which checks a user chose. An empty criterion admits all; criteria narrow each other.
 *
 * @param checks ids or patterns with {@code *} and {@code ?}
 * @param excluded ids or patterns of checks to leave out
 * @param frameworks ids; a check of any of them is admitted
 */
public record Selection(
        List<String> checks,
        List<String> excluded,
        Set<String> services,
        Set<Severity> severities,
        Set<Pillar> pillars,
        List<String> frameworks) {
    /** Chooses everything. */
    public static final Selection EVERYTHING =
            new Selection(List.of(), List.of(), Set.of(), Set.of(), Set.of(), List.of());

    /**
     * Applies the selection.
     *
     * @throws CatalogException when a criterion names nothing that there is
     */
    public List<Check> from(Catalog catalog) {
        List<String> problems = new java.util.ArrayList<>();
        Collection<Check> all = catalog.checks();
        checks.stream()
                .filter(glob -> all.stream().noneMatch(check -> matches(glob, check)))
                .forEach(glob -> problems.add("No check matches '" + glob + "'; 'aws-audit checks list' lists them."));
        excluded.stream()
                .filter(glob -> all.stream().noneMatch(check -> matches(glob, check)))
                .forEach(glob -> problems.add("No check matches '" + glob + "', which is to be excluded."));
        services.stream()
                .filter(name -> all.stream().noneMatch(check -> check.service().equals(name)))
                .forEach(name -> problems.add("No check is of service '" + name + "'; there are: "
                        + all.stream().map(Check::service).distinct().sorted().collect(Collectors.joining(", "))
                        + "."));
        frameworks.stream()
                .filter(id -> catalog.framework(id).isEmpty())
                .forEach(id -> problems.add("There is no framework '" + id + "'; there are: "
                        + catalog.frameworks().stream().map(Framework::id).collect(Collectors.joining(", ")) + "."));
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        Set<String> ofFrameworks = frameworks.stream()
                .map(catalog::framework)
                .flatMap(Optional::stream)
                .flatMap(framework -> framework.controls().stream())
                .flatMap(control -> control.checks().stream())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(check -> check.deprecated().isEmpty())
                .filter(check -> checks.isEmpty() || checks.stream().anyMatch(glob -> matches(glob, check)))
                .filter(check -> excluded.stream().noneMatch(glob -> matches(glob, check)))
                .filter(check -> services.isEmpty() || services.contains(check.service()))
                .filter(check -> severities.isEmpty() || severities.contains(check.severity()))
                .filter(check -> pillars.isEmpty() || pillars.contains(check.pillar()))
                .filter(check -> frameworks.isEmpty() || ofFrameworks.contains(check.id()))
                .toList();
    }

    private static boolean matches(String glob, Check check) {
        return Wildcard.matches(glob, check.id()) || check.aliases().contains(glob);
    }
}
